/** The whole phone: what it shows follows from the view, and from what this person is typing. */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { boot } from "../../shared/bootstrap.js";
import { say } from "../../shared/wording.js";
import { Board } from "../groups/board.js";
import { Close } from "../groups/close.js";
import { Collect } from "../topics/collect.js";
import { Contact } from "../groups/contact.js";
import { Groups } from "../groups/groups.js";
import { Help } from "../groups/help.js";
import { Interview } from "../interview/interview.js";
import { Idle, KioskDoor, KioskFoot } from "../people/kiosk.js";
import { isUnclear, LanguageDoor, LanguageSheet } from "./language_choice.js";
import { Mine } from "../topics/own_contributions.js";
import { Elsewhere, Notices } from "./notices.js";
import { OpenEnds } from "../groups/open_ends.js";
import { MAIN, partsBeside, shownPart } from "./parts.js";
import { Result } from "../topics/result.js";
import { PeopleSheet } from "../people/people_sheet.js";
import { Status } from "./connection_status.js";
import { Top } from "./header.js";
import { Topics } from "../topics/browse_topics.js";
import { Vote } from "../topics/vote.js";
import { Welcome } from "./welcome.js";

const PARTS = {
  welcome: Welcome,
  interview: Interview,
  collect: Collect,
  topics: Topics,
  vote: Vote,
  result: Result,
  groups: Groups,
  board: Board,
  close: Close,
  open_ends: OpenEnds,
  help: Help,
  contact: Contact,
  mine: Mine,
};

export function Phone({ desk }) {
  const [unclear, setUnclear] = useState(
    () => !boot.kiosk && isUnclear(navigator.languages ?? [navigator.language], boot.languages, document.cookie),
  );
  if (desk.ui.left) return html`<${KioskDoor} desk=${desk} />`;
  if (unclear) return html`<${LanguageDoor} desk=${desk} onChosen=${() => setUnclear(false)} />`;
  const { view } = desk;
  if (!view) return html`<main class="door-page"><h1>Open-Sozial</h1></main><footer class="foot"><${Status} desk=${desk} /></footer>`;
  return html`<${Inside} desk=${desk} view=${view} key=${view.me.participant} />`;
}

function Inside({ desk, view }) {
  const moved = usePhase(desk, view);
  const { sheet } = desk.ui;
  const part = shownPart(view, desk.ui.part);
  const Part = PARTS[part];
  return html`
    <div class="page" aria-hidden=${sheet ? "true" : undefined}>
      <${Top} desk=${desk} view=${view} />
      <main class=${`part part-${part}`}>
        ${moved ? html`<${Moved} desk=${desk} view=${view} />` : null}
        <${Notices} desk=${desk} view=${view} />
        <${Elsewhere} desk=${desk} view=${view} part=${part} />
        ${moved || part === MAIN[view.phase] ? null : html`<${Back} desk=${desk} view=${view} />`}
        <${Part} desk=${desk} view=${view} key=${part} />
        <${Beside} desk=${desk} view=${view} part=${part} />
      </main>
      <footer class="foot">
        ${desk.kiosk ? html`<${KioskFoot} desk=${desk} />` : null}
        <${Status} desk=${desk} />
      </footer>
    </div>
    ${sheet === "language" ? html`<${LanguageSheet} desk=${desk} />` : null}
    ${sheet === "people" ? html`<${PeopleSheet} desk=${desk} />` : null}
    ${desk.kiosk ? html`<${Idle} desk=${desk} />` : null}
  `;
}

/**
 * Follow the facilitator to a new phase, but never take a field away from somebody who types: then
 * the part stays, and a card says where the others are. Returns whether there is such a card.
 */
function usePhase(desk, view) {
  const phase = useRef(view.phase);
  if (phase.current !== view.phase) {
    const typing = document.activeElement?.matches?.("textarea, input") && document.activeElement.value.trim() !== "";
    const stay = typing ? (desk.ui.part ?? MAIN[phase.current]) : null;
    phase.current = view.phase;
    const still = stay && shownPart(view, stay) === stay && stay !== MAIN[view.phase];
    desk.ui = { ...desk.ui, part: still ? stay : null, editing: null, moved: still ? view.phase : null };
  }
  const { part, moved } = desk.ui;
  const shown = shownPart(view, part);
  useEffect(() => {
    if (!moved) window.scrollTo(0, 0);
  }, [shown]);
  return moved === view.phase && shown !== MAIN[view.phase];
}

function Moved({ desk, view }) {
  return html`
    <div class="moved" role="status">
      <p>${say("phone.moved.now")} <strong>${say(`phone.phase.${view.phase}`)}</strong></p>
      <button type="button" onClick=${() => desk.put({ part: null, moved: null })}>${say("phone.moved.go")}</button>
    </div>
  `;
}

function Back({ desk, view }) {
  return html`
    <button type="button" class="back" onClick=${() => desk.put({ part: null, moved: null })}>
      <span class="arrow" aria-hidden="true"></span>${say("phone.back", { phase: say(`phone.phase.${view.phase}`) })}
    </button>
  `;
}

/** What else is open just now, below the main thing. */
function Beside({ desk, view, part }) {
  const parts = partsBeside(view, part);
  if (parts.length === 0) return null;
  return html`
    <nav class="beside" aria-label=${say("phone.beside")}>
      <h3>${say("phone.beside")}</h3>
      ${parts.map(
        (name) => html`<button type="button" key=${name} onClick=${() => desk.put({ part: name, editing: null })}>
          <span>${say(`phone.part.${name}`)}</span><span class="arrow" aria-hidden="true"></span>
        </button>`,
      )}
    </nav>
  `;
}
