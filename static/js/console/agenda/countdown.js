/** The remaining time of the phase; it redraws itself once a second and nothing else. */

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { serverNow } from "../../shared/timebox.js";
import { say } from "../../shared/wording.js";

/** Seconds as 7:05, or 1:02:00 from an hour on. */
export function clockText(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export function Countdown({ endsAt }) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!endsAt) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  if (!endsAt) return html`<p class="left none">${say("console.timebox.none")}</p>`;
  const seconds = Math.round((Date.parse(endsAt) - serverNow()) / 1000);
  if (seconds <= 0) {
    return html`<p class="left over" role="timer">${say("console.timebox.over_since", { time: clockText(-seconds) })}</p>`;
  }
  return html`<p class="left" role="timer">${say("console.timebox.left", { time: clockText(seconds) })}</p>`;
}
