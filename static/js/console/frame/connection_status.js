/** Whether this console is connected, and whether an act is still unanswered, in words. */

import { html } from "htm/preact";

import { language, say } from "../../shared/wording.js";

export function Connection({ status, sending }) {
  return html`<p class="connection ${status.connected ? "" : "away"}" role="status">${words(status, sending)}</p>`;
}

function words({ connected, since, everConnected }, sending) {
  if (!connected && everConnected) {
    const time = new Date(since).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
    return say("console.connection.offline", { time });
  }
  if (!connected) return say("console.connection.connecting");
  return say(sending > 0 ? "console.connection.sending" : "console.connection.connected");
}
