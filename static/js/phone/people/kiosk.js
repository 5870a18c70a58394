/** The shared tablet: a door for the next person, and a way out for whoever is done. */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { LanguageButtons } from "../frame/language_choice.js";

const IDLE_AFTER_MS = 75_000;
const COUNT_FROM_S = 20;
const SIGNS = ["pointerdown", "click", "keydown", "input", "scroll"];

/** Nobody is here: whoever comes chooses a language, and is in. */
export function KioskDoor({ desk }) {
  return html`
    <main class="door-page kiosk-door">
      <h1>${say("phone.kiosk.welcome")}</h1>
      <p>${say("phone.kiosk.how")}</p>
      <button type="button" class="main big" onClick=${() => desk.arrive()}>${say("phone.kiosk.begin")}</button>
      <${LanguageButtons} desk=${desk} onChosen=${() => desk.arrive()} />
    </main>
  `;
}

export function KioskFoot({ desk }) {
  return html`<button type="button" class="main next-person" onClick=${() => desk.handOver()}>${say("phone.kiosk.next")}</button>`;
}

/** Counts down where nobody has touched the tablet for a while, then hands over. */
export function Idle({ desk }) {
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
      if (seconds <= 0) desk.handOver();
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
