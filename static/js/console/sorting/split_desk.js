/** The split desk: parts as columns, contributions as rows, and what would come of it. */

import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { typedLine } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { watchDrags } from "../topics/dragging.js";
import { Icon } from "../shared/icons.js";
import * as splitDraft from "./split_draft.js";
import { PresenceNote } from "../shared/presence.js";

export function SplitDialog({ ui, view, topic: id, parts }) {
  const last = useRef(view.topics[id]);
  const there = view.topics[id] !== undefined;
  const topic = view.topics[id] ?? last.current;
  last.current = topic;
  const [stored, setDraft] = useState(() => splitDraft.initialDraft(topic, parts, ui.draft(`split:${id}`)));
  const { busy, refusal, ask } = useRequest(ui);
  const draft = splitDraft.withoutWithdrawn(stored, topic);
  const problems = splitDraft.problems(draft, topic);

  const change = (next) => {
    setDraft(next);
    ui.keepDraft(`split:${id}`, next);
  };
  const leave = () => ui.closeDialog();
  const split = async () => {
    if (!there || busy || problems.length) return;
    const answer = await ask("split", splitDraft.splitFields(draft, topic));
    if (!answer.ok) return;
    ui.keepDraft(`split:${id}`, null);
    ui.closeDialog();
    ui.select(answer.topics);
    ui.announce(say("console.split.done", { count: draft.parts.length }));
  };

  return html`
    <${Dialog}
      size="wide"
      title=${html`${say("console.split.title")} <bdi>${topic.title}</bdi>`}
      onClose=${leave}
      onSubmit=${split}
      footer=${html`
        <${Effect} draft=${draft} topic=${topic} problems=${problems} />
        <button type="button" class="plain" onClick=${leave}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!there || busy || problems.length > 0}>
          <${Icon} name="split" />${say("console.split.do", { count: draft.parts.length })}
        </button>
      `}
    >
      <${PresenceNote} ui=${ui} view=${view} topics=${[id]} />
      <${Proposals} topic=${topic} draft=${draft} change=${change} />
      <${Matrix} topic=${topic} draft=${draft} change=${change} />
      <${Successor} topic=${topic} draft=${draft} change=${change} />
      <${Refusal} text=${there ? refusal : say("console.topic_gone")} />
    </${Dialog}>
  `;
}

/** What participants said would be narrower: one press makes it a part. */
function Proposals({ topic, draft, change }) {
  const used = new Set(draft.parts.map((part) => part.title.trim()));
  const narrower = [...new Set(topic.broad?.narrower ?? [])].filter((text) => !used.has(text));
  if (narrower.length === 0) return null;
  return html`<div class="proposals" role="group" aria-label=${say("console.split.proposals")}>
    <span><${Icon} name="flag" />${say("console.split.proposals")}</span>
    ${narrower.map(
      (text) => html`<button
        type="button"
        class="chip"
        key=${text}
        onClick=${() => change(splitDraft.withProposedTitle(draft, topic, [...text].slice(0, splitDraft.TITLE_LENGTH).join("")))}
      >
        <${Icon} name="plus" /><bdi>${text}</bdi>
      </button>`,
    )}
  </div>`;
}

function Matrix({ topic, draft, change }) {
  const frame = useRef(null);
  const over = useDrags(frame, topic, draft, change);
  const assigned = new Set(draft.parts.flatMap((part) => part.contributions));

  const onKeyDown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target.closest("tr[data-contribution]");
    if (!row) return;
    const digit = "123456789".indexOf(event.key);
    if (event.key.length === 1 && digit >= 0 && digit < draft.parts.length) {
      event.preventDefault();
      change(splitDraft.toggle(draft, digit, row.dataset.contribution));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      next?.focus();
    }
  };

  return html`
    <p class="aside">${say("console.split.how")}</p>
    <div class="matrix-frame" ref=${frame}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">${say("console.split.contributions", { count: topic.contributions.length })}</th>
            ${draft.parts.map(
              (part, i) => html`<th scope="col" key=${i} class=${over === i ? "part over" : "part"} data-drop=${`part:${i}`}>
                <span class="part-head">
                  <b>${say("console.split.part", { number: i + 1 })}</b>
                  ${draft.parts.length > 2 &&
                  html`<button
                    type="button"
                    class="plain"
                    onClick=${() => change(splitDraft.withoutPart(draft, i))}
                    aria-label=${say("console.split.remove_part", { number: i + 1 })}
                  >
                    <${Icon} name="cross" />
                  </button>`}
                </span>
                <textarea
                  rows="2"
                  dir="auto"
                  data-first=${i === 0 || undefined}
                  maxlength=${splitDraft.TITLE_LENGTH}
                  aria-label=${say("console.split.title_of", { number: i + 1 })}
                  placeholder=${say("console.split.title_here")}
                  value=${part.title}
                  onInput=${(event) =>
                    change(splitDraft.withPartTitle(draft, i, typedLine(event.currentTarget.value)))}
                  onKeyDown=${(event) => event.key === "Enter" && event.preventDefault()}
                ></textarea>
              </th>`,
            )}
            <th scope="col" class="add">
              <button
                type="button"
                disabled=${draft.parts.length >= splitDraft.MOST_PARTS}
                onClick=${() => change(splitDraft.withPart(draft, topic))}
              >
                <${Icon} name="plus" />${say("console.split.add_part")}
              </button>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown=${onKeyDown}>
          ${topic.contributions.map(
            (c) => html`<tr
              key=${c.id}
              tabindex="0"
              aria-label=${rowLabel(c, draft)}
              data-contribution=${c.id}
              class=${assigned.has(c.id) ? "" : "unassigned"}
            >
              <th scope="row"><bdi>${c.text}</bdi></th>
              ${draft.parts.map((part, i) => {
                const inside = part.contributions.includes(c.id);
                return html`<td key=${i} class=${over === i ? "over" : ""} data-drop=${`part:${i}`}>
                  <button
                    type="button"
                    class="place"
                    tabindex="-1"
                    aria-pressed=${inside}
                    aria-label=${say("console.split.into", { number: i + 1 })}
                    onClick=${() => change(splitDraft.toggle(draft, i, c.id))}
                  >
                    ${inside ? html`<${Icon} name="check" />` : i + 1}
                  </button>
                </td>`;
              })}
              <td></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** Dragging a contribution onto a part puts it there and takes it out of the others. */
function useDrags(frame, topic, draft, change) {
  const [over, setOver] = useState(null);
  const latest = useRef(null);
  latest.current = { topic, draft, change };
  useEffect(
    () =>
      watchDrags(frame.current, {
        what: "contribution",
        describe: (id) => ({
          ids: [id],
          text: latest.current.topic.contributions.find((c) => c.id === id)?.text ?? "",
        }),
        allowed: (ids, target) => target.startsWith("part:"),
        onDrop: ([id], target) =>
          latest.current.change(splitDraft.moveTo(latest.current.draft, Number(target.slice(5)), id)),
        onOver: (target) => setOver(target === null ? null : Number(target.slice(5))),
      }),
    [],
  );
  return over;
}

function rowLabel(c, draft) {
  const parts = draft.parts.flatMap((part, i) => (part.contributions.includes(c.id) ? [i + 1] : []));
  const where = parts.length ? say("console.split.in_parts", { parts: parts.join(", ") }) : say("console.split.in_none");
  return `${c.text}. ${where}`;
}

function Successor({ topic, draft, change }) {
  const choose = (successor) => change({ ...draft, successor });
  return html`
    <fieldset class="successor">
      <legend>
        ${topic.dots > 0 ? `${say("console.split.where_dots", { count: topic.dots })} ${say("console.split.where_people", { count: topic.people ?? 0 })}` : say("console.split.where_no_dots")}
      </legend>
      <label>
        <input type="radio" name="successor" checked=${draft.successor === null} onChange=${() => choose(null)} />
        ${say("console.split.dots_back")}
      </label>
      ${draft.parts.map(
        (part, i) => html`<label key=${i}>
          <input type="radio" name="successor" checked=${draft.successor === i} onChange=${() => choose(i)} />
          <span>${say("console.split.keeps", { number: i + 1 })}${part.title.trim() && html`: <bdi>${part.title}</bdi>`}</span>
        </label>`,
      )}
    </fieldset>
  `;
}

function Effect({ draft, topic, problems }) {
  const [first] = problems;
  if (first) {
    const gaps = { number: (first.part ?? 0) + 1, count: first.contributions?.length ?? 1 };
    return html`<p class="effect open" role="status">${say(`console.split.trouble_${first.what}`, gaps)}</p>`;
  }
  const { parts, several, dots, people, keeps } = splitDraft.effect(draft, topic);
  return html`<p class="effect" role="status">
    ${say("console.split.effect", { count: parts })}
    ${several > 0 && html` ${say("console.split.effect_several", { count: several })}`}
    ${dots > 0 &&
    keeps === null &&
    html` ${say("console.split.effect_dots", { count: dots })} ${say("console.split.effect_back", { count: people })}`}
    ${dots > 0 && keeps !== null && html` ${say("console.split.effect_keeps")} <bdi>${keeps}</bdi>.`}
  </p>`;
}
