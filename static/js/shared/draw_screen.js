import { render } from "preact";

/** Draw a screen into its page, in place of what the page said until then (templates/screen.html). */
export function drawScreen(component) {
  render(component, document.getElementById("app"));
  document.getElementById("start").remove();
}
