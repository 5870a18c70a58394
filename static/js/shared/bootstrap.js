/** What the server gave this page to begin with (screens/pages/bootstrap.py). */
const holder = globalThis.document?.getElementById("boot");

export const boot = holder ? JSON.parse(holder.textContent) : { wording: {}, languages: [], language: "de", dir: "ltr" };
