import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { minutesLeft, serverNow } from "../../shared/timebox.js";
import { say } from "../../shared/wording.js";
import { dialPath } from "./dial.js";

const TICK_MS = 1_000;

/** The timebox: how many minutes are left, large, with a dial that empties. Calm at its end. */
export function Clock({ endsAt }) {
  const [now, tick] = useState(serverNow());
  useEffect(() => {
    if (!endsAt) return undefined;
    const timer = setInterval(() => tick(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, [endsAt]);
  if (!endsAt) return null;
  const left_ms = Date.parse(endsAt) - now;
  const minutes = minutesLeft(endsAt, now);
  return html`
    <div class=${`clock ${minutes === 0 ? "over" : ""}`} role="timer">
      <svg class="dial" viewBox="-52 -52 104 104" aria-hidden="true">
        <circle r="50" />
        <path d=${dialPath(left_ms, 46)} />
      </svg>
      ${minutes === 0
        ? html`<p class="clock-over">${say("wall.time.over")}</p>`
        : html`<p class="clock-left">
            <strong>${minutes}</strong>
            <span>${say("wall.time.minutes", { count: minutes })}</span>
          </p>`}
    </div>
  `;
}
