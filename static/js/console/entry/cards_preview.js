/** The cards as they will be entered, and how a list or table among them is read. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";

/** `read` is what `readCards` gave; `reading` and `readAs` are its options and how to change them. */
export function CardsPreview({ read, reading, readAs }) {
  const { cards, isList, columns } = read;
  return html`
    <section class="cards-preview" aria-labelledby="cards-preview">
      <h3 id="cards-preview" role="status">
        ${cards.length ? say("console.cards.preview", { count: cards.length }) : say("console.cards.preview_empty")}
      </h3>
      ${isList &&
      html`<label class="choice">
        <input
          type="checkbox"
          checked=${!reading.keepMarkers}
          onChange=${(event) => readAs({ ...reading, keepMarkers: !event.currentTarget.checked })}
        />
        ${say("console.cards.markers")}
      </label>`}
      ${columns && html`<${Columns} columns=${columns} reading=${reading} readAs=${readAs} />`}
      <ol class="preview" aria-labelledby="cards-preview" tabindex="0">
        ${cards.map(
          (card, i) => html`<li key=${i} class=${card.over ? "over" : ""}>
            <bdi>${card.text}</bdi>
            ${card.over > 0 && html`<small>${say("console.cards.too_long", { count: card.over })}</small>`}
          </li>`,
        )}
      </ol>
    </section>
  `;
}

function Columns({ columns, reading, readAs }) {
  const choices = [
    ["words", say("console.cards.columns_words")],
    ...columns.map((name, i) => [String(i), say("console.cards.column", { number: i + 1, name })]),
    ["none", say("console.cards.columns_none")],
  ];
  const choose = (value) => readAs({ ...reading, column: /^\d+$/.test(value) ? Number(value) : value });
  return html`<label class="choice">
    <span>${say("console.cards.columns")}</span>
    <select value=${String(reading.column)} onChange=${(event) => choose(event.currentTarget.value)}>
      ${choices.map(([value, text]) => html`<option key=${value} value=${value} selected=${value === String(reading.column)}>${text}</option>`)}
    </select>
  </label>`;
}
