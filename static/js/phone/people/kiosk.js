/** The shared tablet: its first page, the button that ends one person's turn, and the end after a while without a touch. */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { LanguageButtons } from "../frame/language_choice.js";

const IDLE_AFTER_MS = 75_000;
const COUNT_FROM_S = 20;
const SIGNS = ["pointerdown", "click", "keydown", "input", "scroll"];

/** The first page: choosing a language begins as a new person. */
export function KioskStart({ ui }) {
  return html`
    <main class="entry-page kiosk-start">
      <h1>${say("phone.kiosk.welcome")}</h1>
      <p>${say("phone.kiosk.how")}</p>
      <button type="button" class="main big" onClick=${() => ui.enter()}>${say("phone.kiosk.begin")}</button>
      <${LanguageButtons} ui=${ui} onChosen=${() => ui.enter()} />
    </main>
  `;
}

export function KioskFoot({ ui }) {
  return html`<button type="button" class="main next-person" onClick=${() => ui.handOver()}>${say("phone.kiosk.next")}</button>`;
}

/** Counts down where nobody has touched the tablet for a while, then hands over. */
export function Idle({ ui }) {
  const [left, setLeft] = useState(null);
  const touchedAt = useRef(Date.now());
  useEffect(() => {
    const touched = () => {
      touchedAt.current = Date.now();
      setLeft(null);
    };
    const look = setInterval(() => {
      const idle_ms = Date.now() - touchedAt.current;
      if (idle_ms < IDLE_AFTER_MS) return;
      const seconds = COUNT_FROM_S - Math.floor((idle_ms - IDLE_AFTER_MS) / 1_000);
      if (seconds <= 0) ui.handOver();
      else setLeft(seconds);
    }, 250);
    SIGNS.forEach((sign) => addEventListener(sign, touched, { passive: true, capture: true }));
    return () => {
      clearInterval(look);
      SIGNS.forEach((sign) => removeEventListener(sign, touched, { capture: true }));
    };
  }, []);
  if (left === null) return null;
  return html`
    <div class="idle" role="alertdialog" aria-label=${say("phone.kiosk.still")}>
      <div class="card">
        <p class="lead">${say("phone.kiosk.still")}</p>
        <p>${say("phone.kiosk.counting", { count: left })}</p>
        <button type="button" class="main big">${say("phone.kiosk.here")}</button>
      </div>
    </div>
  `;
}
