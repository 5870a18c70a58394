/** The interview: one person tells and shows a pair code, the other notes it down; the teller confirms the note. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { Closed, Confirmed, CONTRIBUTION_MAX, Field, Heading, Outcome, isSendable, Problems, Waits } from "../frame/components.js";

export function Interview({ ui, view }) {
  const role = ui.draft("role");
  const setRole = (next) => ui.setDraft("role", next);
  if (!view.open.contributions) {
    return html`<section><${Heading}>${say("phone.interview.title")}<//><${Closed}>${say("refusal.closed_contributions")}<//></section>`;
  }
  return html`
    <section>
      <${Heading} lead=${say("phone.interview.lead")}>${say("phone.interview.title")}<//>
      ${view.me.notes.map((note) => html`<${Note} key=${note.id} ui=${ui} note=${note} />`)}
      ${role === "tell" ? html`<${Tell} ui=${ui} view=${view} />` : null}
      ${role === "listen" ? html`<${Listen} ui=${ui} view=${view} />` : null}
      ${role
        ? html`<button type="button" class="quiet wide" onClick=${() => setRole(role === "tell" ? "listen" : "tell")}>
            ${say(role === "tell" ? "phone.interview.swap_listen" : "phone.interview.swap_tell")}
          </button>`
        : html`
            <div class="two-ways">
              <button type="button" class="way" onClick=${() => setRole("tell")}>
                <strong>${say("phone.interview.tell")}</strong><span>${say("phone.interview.tell_how")}</span>
              </button>
              <button type="button" class="way" onClick=${() => setRole("listen")}>
                <strong>${say("phone.interview.listen")}</strong><span>${say("phone.interview.listen_how")}</span>
              </button>
            </div>
          `}
      <${Questions} questions=${view.questions} />
      ${view.phase === "interview"
        ? html`<button type="button" class="quiet wide" onClick=${() => ui.set({ part: "collect" })}>${say("phone.interview.alone")}</button>`
        : null}
    </section>
  `;
}

function Questions({ questions }) {
  if (questions.length === 0) return null;
  return html`
    <div class="card questions">
      <h3>${say("phone.interview.questions")}</h3>
      <ol class="steps">${questions.map((question) => html`<li key=${question}><${Bdi}>${question}<//></li>`)}</ol>
    </div>
  `;
}

/** The teller's side: a code to show. */
function Tell({ ui, view }) {
  const { pair } = view.me;
  const waits = lastPending(ui.pending, "interview_start");
  return html`
    <div class="card tell">
      <h3>${say("phone.interview.tell")}</h3>
      <${Problems} ui=${ui} place="interview_start" />
      ${pair?.code
        ? html`<p>${say(pair.partner ? "phone.interview.paired" : "phone.interview.show_code")}</p>
            <p class="pair-code" dir="ltr">${[...pair.code.toUpperCase()].map((sign, index) => html`<b key=${index}>${sign}</b>`)}</p>
            <p class="hint">${say("phone.interview.then")}</p>`
        : html`<button type="button" class="main" disabled=${Boolean(waits)} onClick=${() => ui.act("interview_start")}>
              ${say("phone.interview.get_code")}
            </button>
            ${waits ? html`<${Waits} ui=${ui} />` : null}`}
    </div>
  `;
}

/** The listener's side: whose code, and what was heard. */
function Listen({ ui, view }) {
  const paired = Boolean(view.me.pair?.partner);
  const [other, setOther] = useState(false);
  const [handed, setHanded] = useState(false);
  const draft = ui.draft("note") ?? { code: "", text: "" };
  const put = (patch) => {
    setHanded(false);
    ui.setDraft("note", { ...draft, ...patch });
  };
  const code = draft.code.replace(/\s/g, "").toLowerCase();
  const asks = !paired || other;
  const ready = isSendable(draft.text, CONTRIBUTION_MAX) && (!asks || code.length >= 3);
  const waits = lastPending(ui.pending, "interview_note");
  const send = (event) => {
    event.preventDefault();
    if (!ready) return;
    ui.setDraft("note", null);
    setHanded(true);
    setOther(false);
    ui.act("interview_note", { text: draft.text, ...(asks ? { pair_code: code } : {}) }).then((answer) => {
      if (!answer.ok) setHanded(false);
    });
  };
  // newer: autocapitalize - codes are read in small letters, too
  return html`
    <form class="card" onSubmit=${send}>
      <h3>${say("phone.interview.listen")}</h3>
      <${Problems} ui=${ui} place="interview_note" onEdit=${(problem) => put({ text: problem.text })} />
      ${asks
        ? html`<${Field} one label=${say("phone.interview.code_label")} value=${draft.code} onInput=${(value) => put({ code: value })} maxlength="12" autocapitalize="characters" class="code-input" />`
        : html`<p class="paired">${say("phone.interview.noting_for")}
            <button type="button" class="quiet" onClick=${() => setOther(true)}>${say("phone.interview.other_code")}</button></p>`}
      <${Field} label=${say("phone.interview.note_label")} hint=${say("phone.interview.note_hint")} value=${draft.text} onInput=${(text) => put({ text })} max=${CONTRIBUTION_MAX} rows=${5} />
      <button type="submit" class="main" disabled=${!ready}>${say("phone.interview.hand_over")}</button>
      ${handed || waits ? html`<${Outcome} ui=${ui} act=${waits}>${say("phone.interview.handed")}<//>` : null}
    </form>
  `;
}

/** What the other noted for me: my words, my topic, once I say so. */
function Note({ ui, note }) {
  const place = `note:${note.id}`;
  const text = ui.draft(place)?.text ?? note.text;
  const waits = ui.pending.some(({ message }) => message.note === note.id);
  const confirm = (event) => {
    event.preventDefault();
    if (isSendable(text, CONTRIBUTION_MAX)) ui.act("interview_confirm", { note: note.id, text });
  };
  return html`
    <form class="card note" onSubmit=${confirm}>
      <h3>${say("phone.interview.noted_for_you")}</h3>
      <${Field} label=${say("phone.interview.noted_label")} value=${text} onInput=${(next) => ui.setDraft(place, { text: next })} max=${CONTRIBUTION_MAX} rows=${4} />
      <${Problems} ui=${ui} place=${place} />
      ${waits
        ? html`<${Waits} ui=${ui} />`
        : html`<button type="submit" class="main" disabled=${!isSendable(text, CONTRIBUTION_MAX)}>${say("phone.interview.confirm")}</button>
            <${Confirmed}
              label=${say("phone.interview.decline")}
              question=${say("phone.interview.decline_sure")}
              yes=${say("phone.contact.erase_yes")}
              no=${say("phone.cancel")}
              onYes=${() => ui.act("interview_decline", { note: note.id })}
            />`}
    </form>
  `;
}
