/** The phone: wires what the device remembers, the connections and the parts together. */
import { html } from "htm/preact";
import { render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

import { boot } from "../shared/bootstrap.js";
import { createDesk } from "./state/ui_state.js";
import { createKeeping, pageStorage } from "./state/device_storage.js";
import { Phone } from "./frame/phone.js";

/** The shared tablet has a memory of its own, beside that of somebody's phone in the same browser. */
const keeping = createKeeping(pageStorage(), boot.kiosk ? "open-sozial.kiosk." : "open-sozial.");
const desk = createDesk({ boot, keeping });
const REDRAW_EVERY_MS = 150; // old phones breathe between the ticks; one's own acts are drawn at once

/** Draw one's own acts at once, and what others did every so often. */
function useRedraw() {
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    let later = 0;
    let soon = 0;
    const draw = () => {
      clearTimeout(later);
      clearTimeout(soon);
      later = soon = 0;
      redraw((n) => n + 1);
    };
    return desk.subscribe((byOthers) => {
      if (byOthers) later ||= setTimeout(draw, REDRAW_EVERY_MS);
      else soon ||= setTimeout(draw, 0);
    });
  }, []);
}

function App() {
  useRedraw();
  return html`<${Phone} desk=${desk} />`;
}

addEventListener("storage", desk.heardStorage);
desk.start();
render(html`<${App} />`, document.getElementById("app"));
