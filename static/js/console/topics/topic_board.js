/** The topic board: search, filter, order, the cards, and what can be done with the chosen ones. */

import { html } from "htm/preact";
import { useEffect, useMemo, useRef } from "preact/hooks";

import { language, say } from "../../shared/wording.js";
import { CardGrid } from "./card_grid.js";
import { Icon } from "../shared/icons.js";
import { writeStored } from "../shared/storage.js";
import { countFilters, filterTopics, newest, ORDERS, usefulFilters, waysIn } from "./filtering.js";
import { SelectionPanel } from "./selection_panel.js";

/** Where something stands beside it, `narrow` makes one row of what else are two. */
export function TopicBoard({ ui, view, narrow = false, children }) {
  const { filter, via, seen, search, order } = ui.state;
  const wanted = useMemo(
    () => filterTopics(view.topics, { filter, via, seen: seen ?? Infinity, search, order, language: language() }).map((topic) => topic.id),
    [view.topics, filter, via, seen, search, order],
  );
  useEffect(() => {
    if (seen === null || seen > newest(view.topics)) markAllSeen(ui, view);
  }, []);
  return html`
    <section class="board" aria-label=${say("console.tab.topics")}>
      <${Toolbar} ui=${ui} view=${view} found=${wanted.length} narrow=${narrow} />
      ${children}
      <${CardGrid}
        ui=${ui}
        view=${view}
        wanted=${wanted}
        filterKey=${`${filter}|${via}|${seen}|${order}|${search}`}
        empty=${html`<${Nothing} ui=${ui} view=${view} />`}
      />
      <${SelectionPanel} ui=${ui} view=${view} />
    </section>
  `;
}

function Toolbar({ ui, view, found, narrow }) {
  const { filter, via, seen, search, order } = ui.state;
  const field = useRef(null);
  const counts = useMemo(() => countFilters(view.topics, { via, seen: seen ?? Infinity }), [view.topics, via, seen]);
  const ways = useMemo(() => waysIn(view.topics), [view.topics]);
  const shown = usefulFilters(counts, filter);

  useEffect(() => {
    const toSearch = (event) => {
      if (event.key !== "/" || event.target.closest("input, textarea, select, dialog")) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener("keydown", toSearch);
    return () => document.removeEventListener("keydown", toSearch);
  }, []);

  return html`
    <div class=${narrow ? "toolbar narrow" : "toolbar"}>
      <label class="search">
        <span class="unseen">${say("console.board.search")}</span>
        <${Icon} name="search" />
        <input
          ref=${field}
          type="search"
          dir="auto"
          placeholder=${say("console.board.search")}
          value=${search}
          onInput=${(event) => ui.set({ search: event.currentTarget.value })}
          onKeyDown=${(event) => event.key === "Escape" && ui.set({ search: "" })}
        />
        <kbd>/</kbd>
      </label>
      ${narrow &&
      html`<label class="choice">
        <span class="unseen">${say("console.board.filter")}</span>
        <select value=${filter} onChange=${(event) => ui.set({ filter: event.currentTarget.value })}>
          ${shown.map((name) => html`<option key=${name} value=${name} selected=${name === filter}>${say(`console.filter.${name}`)} (${counts[name]})</option>`)}
        </select>
      </label>`}
      ${((ways.length > 1 && !narrow) || via !== "any") &&
      html`<label class="choice">
        <span class="unseen">${say("console.board.via")}</span>
        <select value=${via} onChange=${(event) => ui.set({ via: event.currentTarget.value })}>
          <option value="any">${say("console.board.any_via")}</option>
          ${ways.map((name) => html`<option key=${name} value=${name}>${say(`console.via.${name}`)}</option>`)}
        </select>
      </label>`}
      <label class="choice">
        <span class="unseen">${say("console.board.order")}</span>
        <select value=${order} onChange=${(event) => ui.set({ order: event.currentTarget.value })}>
          ${ORDERS.map((name) => html`<option value=${name}>${say(`console.order.${name}`)}</option>`)}
        </select>
      </label>
      <button type="button" class="strong" onClick=${() => ui.openDialog("cards")}>
        <${Icon} name="cards" />${say(narrow ? "console.cards.field" : "console.cards.open")}
      </button>
    </div>
    <div class="filters" role="group" aria-label=${say("console.board.filter")}>
      ${!narrow &&
      shown.map(
        (name) => html`<button
          type="button"
          class="chip"
          key=${name}
          aria-pressed=${filter === name}
          onClick=${() => ui.set({ filter: filter === name ? "all" : name })}
        >
          ${say(`console.filter.${name}`)} <b>${counts[name]}</b>
        </button>`,
      )}
      ${filter === "new" &&
      counts.new > 0 &&
      html`<button type="button" class="link" onClick=${() => markAllSeen(ui, view)}>${say("console.board.all_seen")}</button>`}
      <span class="found" role="status">${search ? say("console.board.found", { count: found }) : ""}</span>
    </div>
  `;
}

/** From now on only what comes later counts as new. */
function markAllSeen(ui, view) {
  const seen = newest(view.topics);
  writeStored("seen", seen);
  ui.set({ seen, filter: ui.state.filter === "new" ? "all" : ui.state.filter });
}

function Nothing({ ui, view }) {
  const { search, filter, via } = ui.state;
  if (search || filter !== "all" || via !== "any") {
    return html`<p>${say("console.board.nothing_found")}</p>
      <button type="button" onClick=${() => ui.set({ search: "", filter: "all", via: "any" })}>
        ${say("console.board.show_all")}
      </button>`;
  }
  return html`<p>${say(view.open?.contributions ? "console.board.empty_open" : "console.board.empty")}</p>`;
}
