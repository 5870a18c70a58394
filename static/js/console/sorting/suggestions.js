/** The suggestions beside the board: the current one in full with reasons and actions, the next as a list. */

import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { usePointerActivity } from "../topics/pointer_activity.js";
import * as suggestionQueue from "./suggestion_queue.js";

const NEXT_SHOWN = 6;
const WORDS_SHOWN = 4;
const KEYS = { a: "take", s: "later", x: "never" };

export function Suggestions({ ui, view }) {
  const [pointerActive, handlers] = usePointerActivity();
  const kept = useRef(null);
  const putAsideKeys = useRef(new Set());
  const [, redraw] = useState(0);
  const queue = suggestionQueue.currentSuggestions(view.suggestions ?? [], view.topics, putAsideKeys.current);
  const { one, gone } = suggestionQueue.shownSuggestion(queue, kept.current, pointerActive || ui.state.dialog !== null);
  kept.current = one;
  const next = useHeldList(suggestionQueue.otherSuggestions(queue, one), pointerActive, one);

  const actions = {
    take: () => take(ui, one, gone),
    later: () => putAside("later"),
    never: () => putAside("never"),
  };
  const putAside = async (until) => {
    if (!one) return;
    putAsideKeys.current = new Set([...putAsideKeys.current, suggestionQueue.keyOf(one)]);
    kept.current = next[0] ?? null;
    redraw((n) => n + 1);
    if (gone) return;
    const answer = await ui.act("put_aside", { topics: one.topics, kind: one.kind, until }, say(`console.suggest.${until}_done`));
    if (!answer.ok || until === "later") putAsideKeys.current = without(putAsideKeys.current, suggestionQueue.keyOf(one));
    redraw((n) => n + 1);
  };
  useKeys(ui, actions);
  const show = (other) => {
    kept.current = other;
    redraw((n) => n + 1);
  };

  return html`
    <aside class="side suggestions" aria-labelledby="suggestions-title" ...${handlers}>
      <h2 id="suggestions-title">${say("console.suggest.label")} ${queue.length > 0 && html`<b>${queue.length}</b>`}</h2>
      ${one ? html`<${Large} one=${one} gone=${gone} view=${view} actions=${actions} />` : html`<p class="aside">${say("console.suggest.none")}</p>`}
      ${next.length > 0 && html`<${Next} next=${next} view=${view} show=${show} />`}
    </aside>
  `;
}

/** The list of the next suggestions, held while somebody points at it and the current one stays. */
function useHeldList(next, pointerActive, one) {
  const kept = useRef({ next: [], one: null });
  const key = one && suggestionQueue.keyOf(one);
  if (!pointerActive || kept.current.one !== key) kept.current = { next, one: key };
  return kept.current.next;
}

function without(set, key) {
  const rest = new Set(set);
  rest.delete(key);
  return rest;
}

function take(ui, one, gone) {
  const dialog = one && !gone && suggestionQueue.dialogFor(one);
  if (!dialog) return;
  const { name, ...more } = dialog;
  ui.select(one.topics);
  ui.openDialog(name, more);
}

function Large({ one, gone, view, actions }) {
  const warns = one.kind === "opposed";
  const join = suggestionQueue.PAIRS.has(one.kind);
  return html`
    <section class=${warns ? "suggestion warns" : "suggestion"} aria-label=${say(`suggest.${one.kind}`)}>
      <h3>${say(`suggest.${one.kind}`)}</h3>
      ${suggestionQueue.reasonsOf(one).map((text) => html`<p class="why" key=${text}><bdi>${text}</bdi></p>`)}
      ${one.topics.map((id) => html`<${Preview} key=${id} topic=${view.topics[id]} />`)}
      ${one.parts &&
      html`<p class="aside">${say(one.kind === "broad" ? "console.suggest.proposals" : "console.suggest.parts")}</p>
        <ol class="parts">
          ${one.parts.map((part) => html`<li key=${part.title}><bdi>${part.title}</bdi></li>`)}
        </ol>`}
      ${gone && html`<p class="aside" role="status">${say("console.suggest.gone")}</p>`}
      <div class="suggestion-actions">
        ${!warns &&
        html`<button type="button" class="strong" disabled=${gone} onClick=${actions.take}>
          <${Icon} name=${join ? "merge" : "split"} />${say(join ? "console.suggest.take_join" : "console.suggest.take_part")} <kbd>A</kbd>
        </button>`}
        <button type="button" onClick=${actions.later}>${say("console.suggest.later")} <kbd>S</kbd></button>
        <button type="button" onClick=${actions.never}>${say("console.suggest.never")} <kbd>X</kbd></button>
      </div>
    </section>
  `;
}

function Preview({ topic }) {
  if (!topic) return null;
  const others = topic.contributions.filter((c) => c.text !== topic.title);
  return html`<div class="topic-excerpt">
    <p class="topic-excerpt-title"><bdi>${topic.title}</bdi></p>
    ${others.length > 0 &&
    html`<ul class="words">
      ${others.slice(0, WORDS_SHOWN).map((c) => html`<li key=${c.id}><bdi class="quote">${c.text}</bdi></li>`)}
    </ul>`}
    ${others.length > WORDS_SHOWN && html`<p class="aside">${say("console.suggest.more", { count: others.length - WORDS_SHOWN })}</p>`}
  </div>`;
}

function Next({ next, view, show }) {
  return html`
    <h2 id="suggestions-next">${say("console.suggest.next")}</h2>
    <ol class="queue" aria-labelledby="suggestions-next">
      ${next.slice(0, NEXT_SHOWN).map(
        (one) => html`<li key=${suggestionQueue.keyOf(one)}>
          <button
            type="button"
            class="plain"
            disabled=${!one.topics.every((id) => view.topics[id])}
            onClick=${() => show(one)}
          >
            <b>${say(`suggest.${one.kind}`)}</b>
            ${one.topics.map((id) => html`<bdi key=${id}>${view.topics[id]?.title ?? say("console.suggest.gone")}</bdi>`)}
          </button>
        </li>`,
      )}
    </ol>
    ${next.length > NEXT_SHOWN && html`<p class="aside">${say("console.suggest.more", { count: next.length - NEXT_SHOWN })}</p>`}
  `;
}

/** A, S, X work wherever the keyboard is, except in a field or a window. */
function useKeys(ui, actions) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ui.state.dialog || ui.state.editing) return;
      if (event.target.closest("input, textarea, select, dialog")) return;
      const action = KEYS[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
