/** Whether this phone is connected and whether something is still unsent: always, in words. */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";

const REDRAW_EVERY_MS = 1_000;
const ALARM_AFTER_S = 15;
const PATIENCE_S = 2;

/**
 * The sentence and its mood, from `waiting` acts, `overdue` if nobody answers them, `away_s` seconds
 * without the server, `justSent` something.
 */
export function statusSentence({ connected, everConnected, away_s, waiting, overdue, justSent }) {
  if (connected && waiting > 0 && overdue) {
    return { sentence: `${say("phone.status.overdue")} ${say("phone.status.kept", { count: waiting })}`, mood: "away" };
  }
  if (connected && waiting > 0) return { sentence: say("phone.status.sending", { count: waiting }), mood: "busy" };
  if (connected) return { sentence: say(justSent ? "phone.status.sent" : "phone.status.connected"), mood: "good" };
  if (!everConnected && away_s < ALARM_AFTER_S) return { sentence: say("phone.status.connecting"), mood: "busy" };
  if (waiting > 0 && away_s < ALARM_AFTER_S) return { sentence: say("phone.status.waiting", { count: waiting }), mood: "away" };
  if (away_s < ALARM_AFTER_S) {
    return { sentence: say(away_s < PATIENCE_S ? "phone.status.connecting" : "phone.status.away"), mood: "busy" };
  }
  const gone = say("phone.status.gone", { seconds: duration(away_s) });
  return { sentence: waiting > 0 ? `${gone} ${say("phone.status.kept", { count: waiting })}` : gone, mood: "away" };
}

/** A length of time in words. */
function duration(seconds) {
  return seconds < 90
    ? say("phone.status.seconds", { count: seconds })
    : say("phone.status.minutes", { count: Math.round(seconds / 60) });
}

export function ConnectionStatus({ ui }) {
  const status = ui.connection?.link.status ?? { connected: false, everConnected: false, since: Date.now() };
  const [, redraw] = useState(0);
  useEffect(() => {
    if (status.connected) return undefined;
    const timer = setInterval(() => redraw((n) => n + 1), REDRAW_EVERY_MS);
    return () => clearInterval(timer);
  }, [status.connected]);
  const away_s = Math.floor((Date.now() - status.since) / 1_000);
  const { sentence, mood } = statusSentence({ ...status, away_s, waiting: ui.waitingCount, overdue: ui.overdue, justSent: ui.results.justSent });
  return html`<p class=${`status ${mood}`} role="status" aria-live=${away_s > ALARM_AFTER_S ? "off" : "polite"}>
    <i aria-hidden="true"></i><span>${sentence}</span>
  </p>`;
}
