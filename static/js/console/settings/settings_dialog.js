/** The dialog of the workshop's settings. Only changed fields are sent. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { typedLine, typedText } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { pasteLines } from "../entry/pasting.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Permissions } from "../agenda/permissions.js";
import { TITLE_LENGTH } from "../sorting/split_draft.js";

const lines = (text) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Fields of the dialog as typed, from the settings as they stand. */
function formFields(settings) {
  return {
    title: settings.title,
    questions: settings.questions.join("\n"),
    help_tasks: settings.help_tasks.join("\n"),
    budget: settings.budget,
    cap: settings.cap,
    counts: settings.counts,
    badge_votes: settings.badge_votes,
    counted: settings.counted,
    date: settings.date,
    place: settings.place,
  };
}

/** What `set_settings` is asked for: the fields that differ from what this dialog began with. */
export function changedSettings(draft, before) {
  const read = (from) => ({
    ...from,
    title: from.title.trim(),
    questions: lines(from.questions),
    help_tasks: lines(from.help_tasks),
  });
  const now = read(draft);
  const then = read(before);
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(then[name])),
  );
}

export function SettingsDialog({ ui, view }) {
  const [before] = useState(() => ui.draft("settings")?.before ?? formFields(view.settings));
  const [draft, setDraft] = useState(() => ui.draft("settings")?.draft ?? before);
  const { busy, refusal, ask } = useRequest(ui);
  const changed = changedSettings(draft, before);
  const touched = Object.keys(changed).length > 0;
  const valid = draft.title.trim() !== "" && draft.budget >= 1 && draft.cap >= 1 && draft.counted >= 0;

  const change = (patch) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    ui.keepDraft("settings", { before, draft: next });
  };
  const leave = () => {
    if (!touched) ui.keepDraft("settings", null);
    ui.closeDialog();
  };
  const save = async () => {
    if (!touched) return leave();
    if (!valid || busy) return;
    const answer = await ask("set_settings", changed);
    if (!answer.ok) return;
    ui.keepDraft("settings", null);
    ui.closeDialog();
    ui.announce(say("console.settings.done"));
  };
  const number = (name, { min = 1, max = 100 } = {}) => html`<label class="field">
    <span>${say(`console.settings.${name}`)}</span>
    <input
      type="number"
      min=${min}
      max=${max}
      value=${Number.isNaN(draft[name]) ? "" : draft[name]}
      onInput=${(event) => change({ [name]: Math.trunc(event.currentTarget.valueAsNumber) })}
    />
  </label>`;

  return html`
    <${Dialog}
      size="wide"
      title=${say("console.settings.title")}
      onClose=${leave}
      onSubmit=${save}
      footer=${html`
        <button type="button" class="plain" onClick=${leave}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!touched || !valid || busy}>${say("console.save")}</button>
      `}
    >
      <div class="two">
        <div>
          <label class="field">
            <span>${say("console.settings.name")}</span>
            <input data-first type="text" dir="auto" maxlength=${TITLE_LENGTH} value=${draft.title} onInput=${(e) => change({ title: typedLine(e.currentTarget.value) })} />
            <small>${say("console.seen_by.everyone")}</small>
          </label>
          <div class="pair">
            <label class="field">
              <span>${say("console.settings.date")}</span>
              <input type="date" value=${draft.date} onInput=${(e) => change({ date: e.currentTarget.value })} />
            </label>
            <label class="field">
              <span>${say("console.settings.place")}</span>
              <input type="text" dir="auto" maxlength=${TITLE_LENGTH} value=${draft.place} onInput=${(e) => change({ place: typedLine(e.currentTarget.value) })} />
            </label>
          </div>
          <p class="aside">${say("console.settings.date_how")}</p>
          <label class="field">
            <span>${say("console.settings.questions")}</span>
            <textarea rows="5" dir="auto" value=${draft.questions} onPaste=${pasteLines} onInput=${(e) => change({ questions: typedText(e.currentTarget.value) })}></textarea>
            <small>${say("console.seen_by.everyone")} ${say("console.settings.one_a_line", { count: lines(draft.questions).length })}</small>
          </label>
          <label class="field">
            <span>${say("console.settings.help_tasks")}</span>
            <textarea rows="4" dir="auto" value=${draft.help_tasks} onPaste=${pasteLines} onInput=${(e) => change({ help_tasks: typedText(e.currentTarget.value) })}></textarea>
            <small>${say("console.seen_by.everyone")} ${say("console.settings.one_a_line", { count: lines(draft.help_tasks).length })}</small>
          </label>
          <div class="inline">
            <label>
              <input type="checkbox" checked=${draft.badge_votes} onChange=${(e) => change({ badge_votes: e.currentTarget.checked })} />
              ${say("console.settings.badge_votes")}
            </label>
          </div>
          <p class="aside">${say("console.settings.badge_votes_how")}</p>
          <div class="pair">
            ${number("counted", { min: 0, max: 100_000 })}
            <p class="aside">${say("console.settings.counted_how")}</p>
          </div>
        </div>
        <div>
          <div class="pair">${number("budget")}${number("cap")}</div>
          <fieldset class="inline column">
            <legend>${say("console.settings.counts")}</legend>
            ${["hidden", "revealed"].map(
              (name) => html`<label key=${name}>
                <input type="radio" name="counts" checked=${draft.counts === name} onChange=${() => change({ counts: name })} />
                ${say(`console.settings.counts_${name}`)}
              </label>`,
            )}
          </fieldset>
          <${Permissions} ui=${ui} view=${view} />
          <p class="aside">${say("console.openings.how")}</p>
        </div>
      </div>
      <${Refusal} text=${refusal} />
    </${Dialog}>
  `;
}
