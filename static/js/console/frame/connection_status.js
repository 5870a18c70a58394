/** Whether this console is connected, and whether an act is still unanswered, in words. */

import { html } from "htm/preact";

import { language, say } from "../../shared/wording.js";

/** `unanswered` acts are under way, `overdue` of them so long that something must be wrong. */
export function Connection({ status, unanswered, overdue }) {
  const well = status.connected && overdue === 0;
  return html`<p class="connection ${well ? "" : "away"}" role="status">${words(status, unanswered, overdue)}</p>`;
}

function words({ connected, since, everConnected }, unanswered, overdue) {
  if (!connected && everConnected) {
    const time = new Date(since).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
    return say("console.connection.offline", { time });
  }
  if (!connected) return say("console.connection.connecting");
  if (overdue > 0) return say("console.connection.overdue");
  return say(unanswered > 0 ? "console.connection.sending" : "console.connection.connected");
}
