/** The topics in this phone's order; what is new waits for a tap, what went says where. */
import { html } from "htm/preact";
import { useMemo, useRef, useState } from "preact/hooks";

import { matchesSearch } from "../../shared/search.js";
import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { arrange, shuffled } from "../state/topic_order.js";
import { Field, tintOf } from "../frame/components.js";

const SEARCH_FROM_TOPICS = 8;

/** `only(topic)` leaves some out; `draw(topic)` draws one. */
export function TopicList({ view, only = null, draw }) {
  const [search, setSearch] = useState("");
  const [asked, setAsked] = useState(0);
  const { rows, fresh } = useRows(view.topics, view.me.participant, asked);
  const found = useMemo(
    () => rows.filter(({ id, gone }) => (gone === undefined ? matchesSearch(view.topics[id], search) && (!only || only(view.topics[id])) : !search && !only)),
    [rows, view.topics, search, only],
  );
  const count = Object.keys(view.topics).length;
  if (count === 0) return html`<p class="closed">${say("phone.topics.none")}</p>`;
  return html`
    ${count >= SEARCH_FROM_TOPICS && !only ? html`<${Field} one type="search" label=${say("phone.topics.search")} value=${search} onInput=${setSearch} />` : null}
    ${fresh.length > 0
      ? html`<button type="button" class="fresh" onClick=${() => setAsked(asked + 1)}>${say("phone.topics.fresh", { count: fresh.length })}</button>`
      : null}
    ${search ? html`<p class="hint" role="status">${say("phone.topics.found", { count: found.length })}</p>` : null}
    <ul class="list topics">
      ${found.map((row) =>
        row.gone === undefined
          ? html`<li key=${row.id} class=${`topic ${tintOf(row.id)}`}>${draw(view.topics[row.id])}</li>`
          : html`<li key=${row.id} class="went"><${Went} row=${row} topics=${view.topics} /></li>`,
      )}
    </ul>
  `;
}

/** The rows as they stand on this phone, moved on from those drawn last. */
function useRows(topics, seed, asked) {
  const last = useRef(null);
  const known = last.current;
  if (!known || known.seed !== seed || known.asked !== asked) {
    last.current = { seed, asked, topics, rows: shuffled(topics, seed).map((id) => ({ id })), fresh: [] };
  } else if (known.topics !== topics) {
    last.current = { seed, asked, topics, ...arrange(known.rows, known.topics, topics, seed) };
  }
  return last.current;
}

/** The line a topic leaves behind. */
function Went({ row, topics }) {
  const into = row.into.filter((id) => topics[id]);
  return html`
    <p>
      <${Bdi}>${row.gone}<//>${" "}
      ${into.length ? say("phone.topics.went_into") : say("phone.topics.went")}${" "}
      ${into.map((id) => html`<strong key=${id}><${Bdi}>${topics[id].title}<//></strong>`)}
    </p>
  `;
}
