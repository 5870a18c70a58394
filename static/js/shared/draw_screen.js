import { render } from "preact";

import { withstandTranslation } from "./translated.js";

/** Draw a screen into its page, in place of what the page said until then (templates/screen.html). */
export function drawScreen(component) {
  const app = document.getElementById("app");
  render(component, app);
  withstandTranslation(app);
  document.getElementById("start").remove();
}
