/** The dialog to call a group or change one: title, topics, table, seats, supporter. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { typedLine } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";
import { largestTopic } from "../sorting/merge_dialog.js";
import { TITLE_LENGTH } from "../sorting/split_draft.js";

const TABLE_LENGTH = 40;

/** Either `topics` (ids, to call a new group) or `group` (id, to change one). */
export function GroupDialog({ ui, view, group: id, topics: ids }) {
  const group = id ? view.groups[id] : null;
  const key = `group:${id ?? ids.join()}`;
  const [draft, setDraft] = useState(() => ui.draft(key) ?? initialFields(group, ids, view));
  const [sure, setSure] = useState(false);
  const { busy, refusal, ask } = useRequest(ui);
  const topics = draft.topics.filter((topic) => view.topics[topic]);
  const gone = id && !group;
  const ready = draft.title.trim() !== "" && topics.length > 0 && !busy && !gone;

  const change = (patch) => {
    const next = { ...draft, ...patch };
    setDraft(next);
    ui.keepDraft(key, next);
  };
  const finish = (text) => {
    ui.keepDraft(key, null);
    ui.closeDialog();
    ui.announce(text);
  };
  const save = async () => {
    if (!ready) return;
    const title = draft.title.trim();
    const answer = id
      ? await ask("change_group", { group: id, ...changedFields(draft.base, draft, topics) })
      : await ask("call_group", {
          topics,
          title,
          table: draft.table.trim() || null,
          seats: draft.seats || null,
          supporter: draft.supporter || null,
        });
    if (!answer.ok) return;
    if (!id) ui.select([]);
    finish(say(id ? "console.group.changed" : "console.group.called", { group: title }));
  };
  const dissolve = async () => {
    if (!sure && group.members > 0) return setSure(true);
    const answer = await ask("dissolve_group", { group: id });
    if (answer.ok) finish(say("console.group.dissolved", { group: group.title }));
  };

  return html`
    <${Dialog}
      title=${say(id ? "console.group.change_title" : "console.group.call_title")}
      onClose=${() => ui.closeDialog()}
      onSubmit=${save}
      footer=${html`
        ${group &&
        html`<button type="button" class="plain lead" disabled=${busy} onClick=${dissolve}>
          ${sure ? say("console.group.dissolve_sure", { count: group.members }) : say("console.group.dissolve")}
        </button>`}
        <button type="button" class="plain" onClick=${() => ui.closeDialog()}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!ready}>
          <${Icon} name="group" />${say(id ? "console.save" : "console.group.call")}
        </button>
      `}
    >
      <label class="field">
        <span>${say("console.group.title")}</span>
        <input data-first type="text" dir="auto" maxlength=${TITLE_LENGTH} value=${draft.title} onInput=${(e) => change({ title: typedLine(e.currentTarget.value) })} />
      </label>
      <div class="three">
        <label class="field">
          <span>${say("console.group.table")}</span>
          <input type="text" dir="auto" maxlength=${TABLE_LENGTH} value=${draft.table} onInput=${(e) => change({ table: typedLine(e.currentTarget.value) })} />
        </label>
        <label class="field">
          <span>${say("console.group.seats")}</span>
          <input
            type="number"
            min="0"
            max="1000"
            placeholder=${say("console.group.any")}
            value=${draft.seats || ""}
            onInput=${(e) => change({ seats: Math.max(0, Math.trunc(e.currentTarget.valueAsNumber)) || 0 })}
          />
        </label>
        <label class="field">
          <span>${say("console.group.supporter")}</span>
          <select value=${draft.supporter} onChange=${(e) => change({ supporter: e.currentTarget.value })}>
            <option value="">${say("console.group.nobody")}</option>
            ${view.supporters.map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === draft.supporter}>${one.name} – ${say(`console.supporter.${one.kind}`)}</option>`)}
          </select>
        </label>
      </div>
      <p class="aside">${say("console.seen_by.everyone")}</p>
      ${view.supporters.length === 0 && html`<p class="aside">${say("console.group.no_roster")}</p>`}
      <${Topics} topics=${topics} view=${view} change=${change} />
      <${Refusal} text=${gone ? say("console.group.gone") : refusal} />
    </${Dialog}>
  `;
}

function Topics({ topics, view, change }) {
  const free = Object.values(view.topics)
    .filter((topic) => topic.state !== "hidden" && !topic.group && !topics.includes(topic.id))
    .sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || a.n - b.n);
  return html`
    <fieldset class="group-form-topics">
      <legend>${say("console.group.topics", { count: topics.length })}</legend>
      <ul class="chosen">
        ${topics.map(
          (topic) => html`<li key=${topic}>
            <bdi>${view.topics[topic].title}</bdi>
            <button
              type="button"
              class="plain"
              disabled=${topics.length === 1}
              onClick=${() => change({ topics: topics.filter((other) => other !== topic) })}
            >
              <${Icon} name="cross" /><span class="unseen">${say("console.tray.leave_out")} <bdi>${view.topics[topic].title}</bdi></span>
            </button>
          </li>`,
        )}
      </ul>
      ${free.length > 0 &&
      html`<label class="choice">
        <span class="unseen">${say("console.group.add_topic")}</span>
        <select value="" onChange=${(e) => e.currentTarget.value && change({ topics: [...topics, e.currentTarget.value] })}>
          <option value="">${say("console.group.add_topic")}</option>
          ${free.map((topic) => html`<option key=${topic.id} value=${topic.id}>${topic.title}</option>`)}
        </select>
      </label>`}
    </fieldset>
  `;
}

function initialFields(group, ids, view) {
  if (group) {
    return {
      base: group,
      title: group.title,
      topics: group.topics,
      table: group.table ?? "",
      seats: group.seats ?? 0,
      supporter: group.supporter ?? "",
    };
  }
  const topics = ids.filter((id) => view.topics[id]);
  const title = largestTopic(topics.map((id) => view.topics[id]))?.title ?? "";
  return { title, topics, table: freeTable(view.groups), seats: 0, supporter: "" };
}

/** The lowest number that no group's table has in its name: "Tisch 1, am Fenster" takes the 1. */
export function freeTable(groups) {
  const names = Object.values(groups).map((group) => group.table ?? "");
  const taken = new Set(names.flatMap((name) => (name.match(/\d+/g) ?? []).map(Number)));
  let number = 1;
  while (taken.has(number)) number += 1;
  return String(number);
}

/** Only what I changed since I opened `group`; an empty text or 0 takes a value away. */
export function changedFields(group, draft, topics) {
  const now = { title: draft.title.trim(), table: draft.table.trim(), seats: draft.seats || 0, supporter: draft.supporter };
  const before = { title: group.title, table: group.table ?? "", seats: group.seats ?? 0, supporter: group.supporter ?? "" };
  const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name]));
  const same = topics.length === group.topics.length && topics.every((id, i) => id === group.topics[i]);
  return same ? changed : { ...changed, topics };
}
