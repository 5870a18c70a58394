/** The bootstrap data: what the server put into this page as JSON (screens/pages/bootstrap.py). */
const element = globalThis.document?.getElementById("bootstrap");

export const bootstrap = element ? JSON.parse(element.textContent) : { wording: {}, languages: [], language: "de", dir: "ltr" };
