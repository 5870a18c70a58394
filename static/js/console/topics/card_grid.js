/** The list of cards: arrow keys, selection, dragging, and an order held while somebody works in it. */

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Card } from "./topic_card.js";
import { watchDrags } from "./dragging.js";
import { holdOrder, isOutOfOrder, updateHeldOrder } from "./held_order.js";
import { usePointerActivity } from "./pointer_activity.js";
import { othersByTopic } from "../shared/presence.js";

const CARDS_A_STEP = 250;

/** `wanted` are the ids in the right order; `filterKey` names search, filter and order in one string. */
export function CardGrid({ ui, view, wanted, filterKey, empty }) {
  const list = useRef(null);
  const [pointerActive, pointerHandlers] = usePointerActivity();
  const busy = pointerActive || ui.state.editing !== null || ui.state.dialog !== null;
  const held = useHeld({ wanted, filterKey, busy, topics: view.topics });
  const there = useMemo(() => new Set(wanted), [wanted]);
  const order = held.order;
  const focus = there.has(ui.state.focus) ? ui.state.focus : nearestCard(ui.state.focus, held, there);
  const others = useMemo(() => othersByTopic(view.working, ui.me), [view.working]);
  const latest = useRef(null);
  latest.current = { order: order.filter((id) => there.has(id)), focus, view };

  const drawn = useDrawnCount(order.length);
  useDrags(list, ui, latest);
  useKeptFocus(list, focus);

  const onClick = (event) => {
    const id = event.target.closest("[data-topic]")?.dataset.topic;
    if (!id) return;
    const several = event.ctrlKey || event.metaKey || event.target.closest(".tick");
    if (event.shiftKey) ui.select(rangeBetween(latest.current.order, focus, id, ui.state.selected), id);
    else if (several) ui.toggle(id);
    else if (ui.state.selected.length === 1 && ui.state.selected[0] === id) ui.select([], id);
    else ui.select([id]);
  };
  const onDblClick = (event) => {
    const id = event.target.closest("[data-topic]")?.dataset.topic;
    if (id) ui.set({ editing: id, focus: id, selected: [id] });
  };

  return html`
    ${isOutOfOrder(held, wanted) && html`<${Reorder} held=${held} there=${there} wanted=${wanted} />`}
    <ul
      ref=${list}
      class="cards"
      role="listbox"
      aria-multiselectable="true"
      aria-label=${say("console.board.label")}
      onClick=${onClick}
      onDblClick=${onDblClick}
      onKeyDown=${(event) => handleKey(event, list.current, latest.current, ui)}
      ...${pointerHandlers}
    >
      ${order.slice(0, drawn).map((id) =>
        there.has(id)
          ? html`<${Card}
              key=${id}
              topic=${view.topics[id]}
              ui=${ui}
              selected=${ui.state.selected.includes(id)}
              tabbable=${id === focus}
              editing=${ui.state.editing === id}
              worker=${others[id]}
            />`
          : html`<li key=${id} class="card gone" role="presentation"></li>`,
      )}
      ${order.length === 0 && html`<li class="empty" role="presentation">${empty}</li>`}
    </ul>
  `;
}

/** The first cards are there at once, the rest a few hundred a step, so that no step takes long. */
function useDrawnCount(wanted) {
  const [drawn, setDrawn] = useState(CARDS_A_STEP);
  useEffect(() => {
    if (drawn >= wanted) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + CARDS_A_STEP));
    return () => clearTimeout(timer);
  }, [drawn, wanted]);
  return drawn;
}

/** Cards move only when nobody points at them; until then gone ones leave an empty place. */
function useHeld({ wanted, filterKey, busy, topics }) {
  const kept = useRef(null);
  const before = kept.current;
  if (!before || before.filterKey !== filterKey || !busy) kept.current = { filterKey, ...holdOrder(wanted) };
  else if (before.wanted !== wanted) kept.current = { filterKey, ...updateHeldOrder(before, wanted, topics) };
  kept.current.wanted = wanted;
  const [, redraw] = useState(0);
  kept.current.settle = () => {
    kept.current = { ...kept.current, ...holdOrder(wanted) };
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

/** The card now in the place of `id`, else the nearest one. */
function nearestCard(id, { order, places }, there) {
  const place = places.get(id) ?? 0;
  const near = order
    .map((other, i) => [Math.abs(i - place), other])
    .filter(([, other]) => there.has(other))
    .sort(([a], [b]) => a - b);
  return near[0]?.[1] ?? null;
}

/** All cards from the one in focus to `id`, added to what was chosen. */
function rangeBetween(order, from, id, selected) {
  const [a, b] = [order.indexOf(from), order.indexOf(id)].sort((x, y) => x - y);
  return [...new Set([...selected, ...order.slice(Math.max(a, 0), b + 1)])];
}

function useDrags(list, ui, latest) {
  useEffect(
    () =>
      watchDrags(list.current, {
        describe: (id) => {
          const { selected } = ui.state;
          const ids = selected.includes(id) ? selected : [id];
          return { ids, text: latest.current.view.topics[id]?.title ?? "" };
        },
        allowed: (ids, target) => target.startsWith("group:") || !ids.includes(target),
        onDrop: (ids, target) => {
          if (target.startsWith("group:")) addToGroup(ui, latest.current.view, ids, target.slice(6));
          else ui.openDialog("merge", { topics: [target, ...ids], into: target });
        },
      }),
    [],
  );
}

function addToGroup(ui, view, ids, groupId) {
  const group = view.groups[groupId];
  if (!group) return;
  const topics = [...new Set([...group.topics, ...ids])];
  ui.act("change_group", { group: groupId, topics }, say("console.groups.added", { group: group.title }));
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

function handleKey(event, element, { order, focus: shown }, ui) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const focus = order.includes(ui.state.focus) ? ui.state.focus : shown;
  const rtl = getComputedStyle(element).direction === "rtl";
  const forward = rtl ? "ArrowLeft" : "ArrowRight";
  const side = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const step = side ? (event.key === forward ? 1 : -1) : STEPS[event.key]?.(columnsOf(element));
  if (step !== undefined) {
    event.preventDefault();
    const at = Math.min(Math.max(order.indexOf(focus) + step, 0), order.length - 1);
    const id = order[at];
    ui.set(event.shiftKey ? { focus: id, selected: [...new Set([...ui.state.selected, focus, id])] } : { focus: id });
    const card = element.querySelector(`[data-topic="${CSS.escape(id)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: "nearest" });
  } else if (event.key === " ") {
    event.preventDefault();
    if (focus) ui.toggle(focus);
  } else if (event.key === "Enter" || event.key === "F2") {
    event.preventDefault();
    if (focus) ui.set({ editing: focus, selected: [focus] });
  }
}
