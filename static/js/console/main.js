/** Entry point of the console: connects store, socket and frame. */

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { drawScreen } from "../shared/draw_screen.js";
import { connect } from "../shared/socket.js";
import { createStore } from "../shared/store.js";
import { language, say } from "../shared/wording.js";
import { createUiState } from "./shared/ui_state.js";
import { Frame } from "./frame/frame.js";
import { consoleId } from "./shared/console_id.js";

const me = consoleId();
const store = createStore();
const refusals = new Set();
const link = connect({
  namespace: "/console",
  auth: () => ({ console: me, language: language() }),
  store,
  onRefused: () => refusals.forEach((listener) => listener()),
});
const ui = createUiState({ link, store, me });

/** What only the server needed of the address: whether a login has just opened this page. */
function leaveOutOfAddress(name) {
  const address = new URL(location.href);
  if (!address.searchParams.has(name)) return;
  address.searchParams.delete(name);
  history.replaceState(null, "", address);
}

/** Draw at most once a frame, however many changes arrive in it. */
function useRedraw() {
  const [, redraw] = useState(0);
  useEffect(() => {
    let waiting = 0;
    const soon = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        redraw((n) => n + 1);
      });
    };
    const leave = [store.subscribe(soon), ui.subscribe(soon), link.onStatus(soon)];
    return () => leave.forEach((stop) => stop?.());
  }, []);
}

function Console() {
  useRedraw();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const hear = () => setRefused(true);
    refusals.add(hear);
    return () => refusals.delete(hear);
  }, []);
  if (refused) return html`<p class="waiting" role="alert">${say("console.refused")}</p>`;
  if (!store.view) return html`<p class="waiting" role="status">${say("console.waiting")}</p>`;
  return html`<${Frame} ui=${ui} view=${store.view} status=${link.status} />`;
}

leaveOutOfAddress("opened");
drawScreen(html`<${Console} />`);
