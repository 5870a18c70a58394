import { html } from "htm/preact";

import { say } from "../../shared/wording.js";

const MOST_MARKS = 16;

/** Which of how many pages this is: in words, and as a row of marks where they are few. */
export function PageMarks({ page, pages }) {
  if (pages < 2) return null;
  const marks = pages <= MOST_MARKS ? Array.from({ length: pages }, (_, i) => i) : [];
  return html`
    <p class="page-marks">
      <span class="marks" aria-hidden="true">
        ${marks.map((i) => html`<i key=${i} class=${i === page ? "here" : ""}></i>`)}
      </span>
      <span>${say("wall.page", { page: page + 1, pages })}</span>
    </p>
  `;
}
