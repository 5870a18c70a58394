/** Entry point of the phone: creates storage and state, draws, and draws anew when something changes. */
import { html } from "htm/preact";
import { useLayoutEffect, useState } from "preact/hooks";

import { bootstrap } from "../shared/bootstrap.js";
import { drawScreen } from "../shared/draw_screen.js";
import { createUiState } from "./state/ui_state.js";
import { createDeviceStorage, localStorageOrNull } from "./state/device_storage.js";
import { Phone } from "./frame/phone.js";

/** The shared tablet has a memory of its own, beside that of somebody's phone in the same browser. */
const storage = createDeviceStorage(localStorageOrNull(), bootstrap.kiosk ? "open-sozial.kiosk." : "open-sozial.");
const ui = createUiState({ bootstrap, storage });
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
    return ui.subscribe((byOthers) => {
      if (byOthers) later ||= setTimeout(draw, REDRAW_EVERY_MS);
      else soon ||= setTimeout(draw, 0);
    });
  }, []);
}

function App() {
  useRedraw();
  return html`<${Phone} ui=${ui} />`;
}

addEventListener("storage", ui.onStorage);
ui.start();
drawScreen(html`<${App} />`);
