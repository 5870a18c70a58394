/** The wall: wires store, connection and scenes together. It shows, and acts on nothing. */

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { bootstrap } from "../shared/bootstrap.js";
import { drawScreen } from "../shared/draw_screen.js";
import { connect } from "../shared/socket.js";
import { createStore } from "../shared/store.js";
import { startTheme } from "./frame/theme.js";
import { Wall } from "./wall.js";

const REDRAW_EVERY_MS = 250; // calmer than the ticks, and lighter for a laptop that also serves

startTheme();
const store = createStore();
const link = connect({ namespace: "/wall", auth: () => ({ language: bootstrap.language }), store });

/** Draw anew when something changed, at once or at the next beat. */
function useRedraw() {
  const [, redraw] = useState(0);
  useEffect(() => {
    let timer = null;
    let drawnAt = 0;
    const draw = () => {
      timer = null;
      drawnAt = Date.now();
      redraw((n) => n + 1);
    };
    const soon = () => {
      timer ??= setTimeout(draw, Math.max(0, drawnAt + REDRAW_EVERY_MS - Date.now()));
    };
    const leave = [store.subscribe(soon), link.onStatus(soon)];
    return () => {
      clearTimeout(timer);
      leave.forEach((stop) => stop());
    };
  }, []);
}

function Live() {
  useRedraw();
  return html`<${Wall} view=${store.view} connected=${link.status.connected} />`;
}

drawScreen(html`<${Live} />`);
