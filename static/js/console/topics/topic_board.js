/** The topic board: search, filter, order, the cards, and what can be done with the chosen ones. */

import { html } from "htm/preact";
import { useEffect, useMemo, useRef } from "preact/hooks";

import { language, say } from "../../shared/wording.js";
import { Grid } from "./card_grid.js";
import { Icon } from "../shared/icons.js";
import { remember } from "../shared/storage.js";
import { countFilters, newest, ORDERS, sift, usefulFilters, waysIn } from "./filtering.js";
import { Tray } from "./selection_panel.js";

/** Where something stands beside it, `narrow` makes one row of what else are two. */
export function Board({ desk, view, narrow = false, children }) {
  const { filter, via, seen, search, order } = desk.ui;
  const wanted = useMemo(
    () => sift(view.topics, { filter, via, seen: seen ?? Infinity, search, order, language: language() }).map((topic) => topic.id),
    [view.topics, filter, via, seen, search, order],
  );
  useEffect(() => {
    if (seen === null || seen > newest(view.topics)) lookedAtAll(desk, view);
  }, []);
  return html`
    <section class="board" aria-label=${say("console.tab.topics")}>
      <${Toolbar} desk=${desk} view=${view} found=${wanted.length} narrow=${narrow} />
      ${children}
      <${Grid}
        desk=${desk}
        view=${view}
        wanted=${wanted}
        sieve=${`${filter}|${via}|${seen}|${order}|${search}`}
        empty=${html`<${Nothing} desk=${desk} view=${view} />`}
      />
      <${Tray} desk=${desk} view=${view} />
    </section>
  `;
}

function Toolbar({ desk, view, found, narrow }) {
  const { filter, via, seen, search, order } = desk.ui;
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
          onInput=${(event) => desk.put({ search: event.currentTarget.value })}
          onKeyDown=${(event) => event.key === "Escape" && desk.put({ search: "" })}
        />
        <kbd>/</kbd>
      </label>
      ${narrow &&
      html`<label class="choice">
        <span class="unseen">${say("console.board.filter")}</span>
        <select value=${filter} onChange=${(event) => desk.put({ filter: event.currentTarget.value })}>
          ${shown.map((name) => html`<option key=${name} value=${name} selected=${name === filter}>${say(`console.filter.${name}`)} (${counts[name]})</option>`)}
        </select>
      </label>`}
      ${((ways.length > 1 && !narrow) || via !== "any") &&
      html`<label class="choice">
        <span class="unseen">${say("console.board.via")}</span>
        <select value=${via} onChange=${(event) => desk.put({ via: event.currentTarget.value })}>
          <option value="any">${say("console.board.any_via")}</option>
          ${ways.map((name) => html`<option key=${name} value=${name}>${say(`console.via.${name}`)}</option>`)}
        </select>
      </label>`}
      <label class="choice">
        <span class="unseen">${say("console.board.order")}</span>
        <select value=${order} onChange=${(event) => desk.put({ order: event.currentTarget.value })}>
          ${ORDERS.map((name) => html`<option value=${name}>${say(`console.order.${name}`)}</option>`)}
        </select>
      </label>
      <button type="button" class="strong" onClick=${() => desk.open("cards")}>
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
          onClick=${() => desk.put({ filter: filter === name ? "all" : name })}
        >
          ${say(`console.filter.${name}`)} <b>${counts[name]}</b>
        </button>`,
      )}
      ${filter === "new" &&
      counts.new > 0 &&
      html`<button type="button" class="link" onClick=${() => lookedAtAll(desk, view)}>${say("console.board.all_seen")}</button>`}
      <span class="found" role="status">${search ? say("console.board.found", { count: found }) : ""}</span>
    </div>
  `;
}

/** From now on only what comes later counts as new. */
function lookedAtAll(desk, view) {
  const seen = newest(view.topics);
  remember("seen", seen);
  desk.put({ seen, filter: desk.ui.filter === "new" ? "all" : desk.ui.filter });
}

function Nothing({ desk, view }) {
  const { search, filter, via } = desk.ui;
  if (search || filter !== "all" || via !== "any") {
    return html`<p>${say("console.board.nothing_found")}</p>
      <button type="button" onClick=${() => desk.put({ search: "", filter: "all", via: "any" })}>
        ${say("console.board.show_all")}
      </button>`;
  }
  return html`<p>${say(view.open?.contributions ? "console.board.empty_open" : "console.board.empty")}</p>`;
}
