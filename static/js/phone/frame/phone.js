/** The whole phone: what it shows follows from the view, and from what this person is typing. */
import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { bootstrap } from "../../shared/bootstrap.js";
import { say } from "../../shared/wording.js";
import { Board } from "../groups/board.js";
import { Close } from "../groups/close.js";
import { Collect } from "../topics/collect.js";
import { Contact } from "../groups/contact.js";
import { Groups } from "../groups/groups.js";
import { Help } from "../groups/help.js";
import { Interview } from "../interview/interview.js";
import { Idle, KioskStart, KioskFoot } from "../people/kiosk.js";
import { isUnclear, LanguagePage, LanguageSheet } from "./language_choice.js";
import { OwnContributions } from "../topics/own_contributions.js";
import { Elsewhere, Notices } from "./notices.js";
import { OpenEnds } from "../groups/open_ends.js";
import { MAIN, partsBeside, shownPart } from "./parts.js";
import { Result } from "../topics/result.js";
import { PeopleSheet } from "../people/people_sheet.js";
import { ConnectionStatus } from "./connection_status.js";
import { Header } from "./header.js";
import { BrowseTopics } from "../topics/browse_topics.js";
import { Vote } from "../topics/vote.js";
import { Welcome } from "./welcome.js";

const PARTS = {
  welcome: Welcome,
  interview: Interview,
  collect: Collect,
  topics: BrowseTopics,
  vote: Vote,
  result: Result,
  groups: Groups,
  board: Board,
  close: Close,
  open_ends: OpenEnds,
  help: Help,
  contact: Contact,
  mine: OwnContributions,
};

export function Phone({ ui }) {
  const [unclear, setUnclear] = useState(
    () => !bootstrap.kiosk && isUnclear(navigator.languages ?? [navigator.language], bootstrap.languages, document.cookie),
  );
  if (ui.state.left) return html`<${KioskStart} ui=${ui} />`;
  if (unclear) return html`<${LanguagePage} ui=${ui} onChosen=${() => setUnclear(false)} />`;
  const { view } = ui;
  if (!view) return html`<main class="entry-page"><h1>Open-Sozial</h1></main><footer class="foot"><${ConnectionStatus} ui=${ui} /></footer>`;
  return html`<${Inside} ui=${ui} view=${view} key=${view.me.participant} />`;
}

function Inside({ ui, view }) {
  const moved = usePhase(ui, view);
  const { sheet } = ui.state;
  const part = shownPart(view, ui.state.part);
  const Part = PARTS[part];
  return html`
    <div class="page" aria-hidden=${sheet ? "true" : undefined}>
      <${Header} ui=${ui} view=${view} />
      <main class=${`part part-${part}`}>
        ${moved ? html`<${Moved} ui=${ui} view=${view} />` : null}
        <${Notices} ui=${ui} view=${view} />
        <${Elsewhere} ui=${ui} view=${view} part=${part} />
        ${moved || part === MAIN[view.phase] ? null : html`<${Back} ui=${ui} view=${view} />`}
        <${Part} ui=${ui} view=${view} key=${part} />
        <${Beside} ui=${ui} view=${view} part=${part} />
      </main>
      <footer class="foot">
        ${ui.kiosk ? html`<${KioskFoot} ui=${ui} />` : null}
        <${ConnectionStatus} ui=${ui} />
      </footer>
    </div>
    ${sheet === "language" ? html`<${LanguageSheet} ui=${ui} />` : null}
    ${sheet === "people" ? html`<${PeopleSheet} ui=${ui} />` : null}
    ${ui.kiosk ? html`<${Idle} ui=${ui} />` : null}
  `;
}

/**
 * Follow the facilitator to a new phase, but never take a field away from somebody who types: then
 * the part stays, and a card says where the others are. Returns whether there is such a card.
 */
function usePhase(ui, view) {
  const phase = useRef(view.phase);
  if (phase.current !== view.phase) {
    const typing = document.activeElement?.matches?.("textarea, input") && document.activeElement.value.trim() !== "";
    const stay = typing ? (ui.state.part ?? MAIN[phase.current]) : null;
    phase.current = view.phase;
    const still = stay && shownPart(view, stay) === stay && stay !== MAIN[view.phase];
    ui.state = { ...ui.state, part: still ? stay : null, editing: null, moved: still ? view.phase : null };
  }
  const { part, moved } = ui.state;
  const shown = shownPart(view, part);
  useEffect(() => {
    if (!moved) window.scrollTo(0, 0);
  }, [shown]);
  return moved === view.phase && shown !== MAIN[view.phase];
}

function Moved({ ui, view }) {
  return html`
    <div class="moved" role="status">
      <p>${say("phone.moved.now")} <strong>${say(`phone.phase.${view.phase}`)}</strong></p>
      <button type="button" onClick=${() => ui.set({ part: null, moved: null })}>${say("phone.moved.go")}</button>
    </div>
  `;
}

function Back({ ui, view }) {
  return html`
    <button type="button" class="back" onClick=${() => ui.set({ part: null, moved: null })}>
      <span class="arrow" aria-hidden="true"></span>${say("phone.back", { phase: say(`phone.phase.${view.phase}`) })}
    </button>
  `;
}

/** What else is open just now, below the main thing. */
function Beside({ ui, view, part }) {
  const parts = partsBeside(view, part);
  if (parts.length === 0) return null;
  return html`
    <nav class="beside" aria-label=${say("phone.beside")}>
      <h3>${say("phone.beside")}</h3>
      ${parts.map(
        (name) => html`<button type="button" key=${name} onClick=${() => ui.set({ part: name, editing: null })}>
          <span>${say(`phone.part.${name}`)}</span><span class="arrow" aria-hidden="true"></span>
        </button>`,
      )}
    </nav>
  `;
}
