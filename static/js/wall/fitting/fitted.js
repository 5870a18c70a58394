import { html } from "htm/preact";
import { useRef } from "preact/hooks";

import { Crossfade } from "../motion/crossfade.js";
import { useFlip } from "../motion/flip.js";
import { useLayout } from "./layout.js";
import { PageMarks } from "./page_marks.js";
import { usePages } from "./paging.js";

/**
 * Items in columns, in the largest type in which they all fit; where even the smallest
 * legible type is too large, in pages that turn by themselves. Nothing scrolls.
 *
 * `items` are `{key, text}` and more; `draw(item)` draws one. `sizes` are in wall units, largest
 * first; `widest` and `narrowest` are the width of a column in em, `apart` is the gap. `foot` is a
 * sentence beside the page marks, `aside(shown items, pages)` something more urgent in its place;
 * the first page stays at least `firstStays_ms`.
 */
export function Fitted({ items, draw, onEnd, foot, aside, firstStays_ms, ...how }) {
  const box = useRef(null);
  const ruler = useRef(null);
  const layout = useLayout({ box, ruler, items, ...how });
  const pages = layout.pages.map((columns) => columns.map((column) => column.map((i) => items[i])));
  const turning = usePages(
    pages.map((columns) => charactersOn(columns)),
    onEnd,
    firstStays_ms,
  );
  useFlip(box, turning.page);
  const columns = (pages[turning.page] ?? []).map((column) => column.filter(Boolean));
  const style = { fontSize: `${layout.fontSize}px`, gap: `${layout.gap}px` };
  const width = { width: `${layout.width}px`, gap: `${layout.gap}px` };
  return html`
    <div class=${`fitted ${how.centred ? "centred" : ""}`}>
      <div class="fitted-box" ref=${box}>
        <div class="ruler" ref=${ruler} aria-hidden="true">
          ${items.map((item) => html`<div key=${item.key}>${draw(item)}</div>`)}
        </div>
        <${Crossfade} name=${String(turning.page)}>
          <div class="columns" style=${style}>
            ${columns.map(
              (column, at) => html`
                <div class="column" key=${at} style=${width}>
                  ${column.map((item) => html`<div key=${item.key} data-key=${item.key}>${draw(item)}</div>`)}
                </div>
              `,
            )}
          </div>
        <//>
      </div>
      ${pages.length > 1 || foot || aside
        ? html`<div class="fitted-foot">
            <${PageMarks} page=${turning.page} pages=${pages.length} />
            ${aside?.(columns.flat(), pages.length) ?? html`<p class="foot-line">${foot}</p>`}
          </div>`
        : null}
    </div>
  `;
}

function charactersOn(columns) {
  return columns.flat().reduce((sum, item) => sum + (item?.text?.length ?? 0), 0);
}
