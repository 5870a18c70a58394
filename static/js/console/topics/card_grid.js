/** The cards: one list to walk through with arrow keys, to choose from and to drag in. */

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Card } from "./topic_card.js";
import { watchDrags } from "./dragging.js";
import { holding, steady, unsettled } from "./filtering.js";
import { useStill } from "./pointer_activity.js";
import { othersAt } from "../shared/presence.js";

const DRAWN_A_TURN = 250;

/** `wanted` are the ids in the right order; `sieve` names search, filter and order in one string. */
export function Grid({ desk, view, wanted, sieve, empty }) {
  const list = useRef(null);
  const [still, stillHandlers] = useStill();
  const busy = still || desk.ui.editing !== null || desk.ui.dialog !== null;
  const held = useHeld({ wanted, sieve, busy, topics: view.topics });
  const there = useMemo(() => new Set(wanted), [wanted]);
  const order = held.order;
  const focus = there.has(desk.ui.focus) ? desk.ui.focus : inheritor(desk.ui.focus, held, there);
  const others = useMemo(() => othersAt(view.working, desk.me), [view.working]);
  const latest = useRef(null);
  latest.current = { order: order.filter((id) => there.has(id)), focus, view };

  const drawn = useDrawn(order.length);
  useDrags(list, desk, latest);
  useKeptFocus(list, focus);

  const onClick = (event) => {
    const id = event.target.closest("[data-topic]")?.dataset.topic;
    if (!id) return;
    const several = event.ctrlKey || event.metaKey || event.target.closest(".tick");
    if (event.shiftKey) desk.select(span(latest.current.order, focus, id, desk.ui.selected), id);
    else if (several) desk.toggle(id);
    else if (desk.ui.selected.length === 1 && desk.ui.selected[0] === id) desk.select([], id);
    else desk.select([id]);
  };
  const onDblClick = (event) => {
    const id = event.target.closest("[data-topic]")?.dataset.topic;
    if (id) desk.put({ editing: id, focus: id, selected: [id] });
  };

  return html`
    ${unsettled(held, wanted) && html`<${Reorder} held=${held} there=${there} wanted=${wanted} />`}
    <ul
      ref=${list}
      class="cards"
      role="listbox"
      aria-multiselectable="true"
      aria-label=${say("console.board.label")}
      onClick=${onClick}
      onDblClick=${onDblClick}
      onKeyDown=${(event) => walk(event, list.current, latest.current, desk)}
      ...${stillHandlers}
    >
      ${order.slice(0, drawn).map((id) =>
        there.has(id)
          ? html`<${Card}
              key=${id}
              topic=${view.topics[id]}
              desk=${desk}
              selected=${desk.ui.selected.includes(id)}
              tabbable=${id === focus}
              editing=${desk.ui.editing === id}
              worker=${others[id]}
            />`
          : html`<li key=${id} class="card gone" role="presentation"></li>`,
      )}
      ${order.length === 0 && html`<li class="empty" role="presentation">${empty}</li>`}
    </ul>
  `;
}

/** The first cards are there at once, the rest a few hundred a turn: no turn takes long. */
function useDrawn(wanted) {
  const [drawn, setDrawn] = useState(DRAWN_A_TURN);
  useEffect(() => {
    if (drawn >= wanted) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + DRAWN_A_TURN));
    return () => clearTimeout(timer);
  }, [drawn, wanted]);
  return drawn;
}

/** Cards move only when nobody points at them; until then gone ones leave an empty place. */
function useHeld({ wanted, sieve, busy, topics }) {
  const kept = useRef(null);
  const before = kept.current;
  if (!before || before.sieve !== sieve || !busy) kept.current = { sieve, ...holding(wanted) };
  else if (before.wanted !== wanted) kept.current = { sieve, ...steady(before, wanted, topics) };
  kept.current.wanted = wanted;
  const [, redraw] = useState(0);
  kept.current.settle = () => {
    kept.current = { ...kept.current, ...holding(wanted) };
    redraw((n) => n + 1);
  };
  return kept.current;
}

function Reorder({ held, there, wanted }) {
  const shown = new Set(held.order);
  const fresh = wanted.filter((id) => !shown.has(id)).length;
  const gaps = held.order.filter((id) => !there.has(id)).length;
  return html`<button type="button" class="reorder" data-fresh=${fresh} data-gaps=${gaps} onClick=${held.settle}>
    ${say("console.board.reorder")}
  </button>`;
}

/** Who stands where `id` stood: the card now in its place, else the nearest one. */
function inheritor(id, { order, places }, there) {
  const place = places.get(id) ?? 0;
  const near = order
    .map((other, i) => [Math.abs(i - place), other])
    .filter(([, other]) => there.has(other))
    .sort(([a], [b]) => a - b);
  return near[0]?.[1] ?? null;
}

/** All cards from the one in focus to `id`, added to what was chosen. */
function span(order, from, id, selected) {
  const [a, b] = [order.indexOf(from), order.indexOf(id)].sort((x, y) => x - y);
  return [...new Set([...selected, ...order.slice(Math.max(a, 0), b + 1)])];
}

function useDrags(list, desk, latest) {
  useEffect(
    () =>
      watchDrags(list.current, {
        describe: (id) => {
          const { selected } = desk.ui;
          const ids = selected.includes(id) ? selected : [id];
          return { ids, text: latest.current.view.topics[id]?.title ?? "" };
        },
        allowed: (ids, target) => target.startsWith("group:") || !ids.includes(target),
        onDrop: (ids, target) => {
          if (target.startsWith("group:")) addToGroup(desk, latest.current.view, ids, target.slice(6));
          else desk.open("merge", { topics: [target, ...ids], into: target });
        },
      }),
    [],
  );
}

function addToGroup(desk, view, ids, groupId) {
  const group = view.groups[groupId];
  if (!group) return;
  const topics = [...new Set([...group.topics, ...ids])];
  desk.act("change_group", { group: groupId, topics }, say("console.groups.added", { group: group.title }));
}

/** When the card in focus was taken away under the keyboard, the next one gets it. */
function useKeptFocus(list, focus) {
  const had = useRef(false);
  useEffect(() => {
    const note = (event) => {
      had.current = list.current?.contains(event.target) ?? false;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    list.current?.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
  });
}

function columnsOf(element) {
  return getComputedStyle(element).gridTemplateColumns.split(" ").length;
}

const STEPS = {
  ArrowDown: (columns) => columns,
  ArrowUp: (columns) => -columns,
  Home: () => -Infinity,
  End: () => Infinity,
};

function walk(event, element, { order, focus: shown }, desk) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const focus = order.includes(desk.ui.focus) ? desk.ui.focus : shown;
  const rtl = getComputedStyle(element).direction === "rtl";
  const forward = rtl ? "ArrowLeft" : "ArrowRight";
  const side = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const step = side ? (event.key === forward ? 1 : -1) : STEPS[event.key]?.(columnsOf(element));
  if (step !== undefined) {
    event.preventDefault();
    const at = Math.min(Math.max(order.indexOf(focus) + step, 0), order.length - 1);
    const id = order[at];
    desk.put(event.shiftKey ? { focus: id, selected: [...new Set([...desk.ui.selected, focus, id])] } : { focus: id });
    const card = element.querySelector(`[data-topic="${CSS.escape(id)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: "nearest" });
  } else if (event.key === " ") {
    event.preventDefault();
    if (focus) desk.toggle(focus);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    if (focus) desk.put({ editing: focus, selected: [focus] });
  }
}
