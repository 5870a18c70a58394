/** The dialog to enter many cards of a writing wall; typed text is kept until the server has it. */

import { html } from "htm/preact";
import { useMemo, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { splitIntoMessages } from "./card_messages.js";
import { readCards, writeCards } from "./card_texts.js";
import { CardsPreview } from "./cards_preview.js";
import { pasteCards } from "./pasting.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";
import { readStored, writeStored } from "../shared/storage.js";

/** Bullets are left out, and all columns with words taken, until somebody chooses otherwise. */
const USUAL = { keepMarkers: false, column: "words" };
/** What was written back after a refusal is read as it stands. */
const AS_IT_STANDS = { keepMarkers: true, column: "none" };

export function CardsDialog({ ui }) {
  const [text, setText] = useState(readStored("cards", ""));
  const [by, setBy] = useState(readStored("cards_by", "line"));
  const [reading, setReading] = useState(readStored("cards_reading", USUAL));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const [entered, setEntered] = useState(0);
  const field = useRef(null);
  const read = useMemo(() => readCards(text, { by, ...reading }), [text, by, reading]);
  const { cards } = read;
  const over = cards.filter((card) => card.over > 0).length;

  const write = (next) => {
    setText(next);
    writeStored("cards", next === "" ? null : next);
    if (next.trim() === "") readAs(USUAL);
  };
  const separate = (next) => {
    setBy(next);
    writeStored("cards_by", next);
  };
  const readAs = (next) => {
    setReading(next);
    writeStored("cards_reading", next);
  };

  const enter = async () => {
    if (busy || cards.length === 0 || over > 0) return;
    setBusy(true);
    setRefusal("");
    const waiting = splitIntoMessages(cards.map((card) => card.text));
    let done = 0;
    while (waiting.length) {
      const answer = await ui.ask("enter_cards", { cards: waiting[0], via: "wall" });
      if (!answer.ok) {
        setRefusal(answer.message);
        break;
      }
      done += waiting.shift().length;
      readAs(AS_IT_STANDS);
      write(writeCards(waiting.flat(), by));
    }
    setEntered((before) => before + done);
    setBusy(false);
    field.current?.focus();
    if (done) ui.announce(say("console.cards.done", { count: done }));
  };

  return html`
    <${Dialog}
      size="wide"
      title=${say("console.cards.title")}
      onClose=${() => ui.closeDialog()}
      onSubmit=${enter}
      footer=${html`
        <p class="effect ${over ? "open" : ""}" role="status">
          ${over
            ? say("console.cards.over", { count: over })
            : cards.length
              ? say("console.cards.count", { count: cards.length })
              : entered
                ? say("console.cards.done", { count: entered })
                : ""}
        </p>
        <button type="button" class="plain" onClick=${() => ui.closeDialog()}>${say("console.close")}</button>
        <button type="submit" class="strong" disabled=${busy || cards.length === 0 || over > 0}>
          <${Icon} name="cards" />${busy ? say("console.sending") : say("console.cards.do", { count: cards.length })}
        </button>
      `}
    >
      <div class="two">
        <div class="typed">
          <fieldset class="inline">
            <legend class="unseen">${say("console.cards.separate")}</legend>
            ${["line", "paragraph"].map(
              (name) => html`<label key=${name}>
                <input type="radio" name="by" checked=${by === name} onChange=${() => separate(name)} />
                ${say(`console.cards.by_${name}`)}
              </label>`,
            )}
          </fieldset>
          <textarea
            ref=${field}
            data-first
            dir="auto"
            class="cards-text"
            aria-label=${say("console.cards.field")}
            placeholder=${say(`console.cards.example_${by}`)}
            value=${text}
            readonly=${busy}
            onInput=${(event) => write(event.currentTarget.value)}
            onPaste=${(event) => pasteCards(event, by)}
            onKeyDown=${(event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && enter()}
          ></textarea>
          <p class="aside">${say("console.cards.kept")} <kbd>${say("console.key.ctrl")}</kbd> <kbd>${say("console.key.enter")}</kbd> ${say("console.cards.sends")}</p>
        </div>
        <${CardsPreview} read=${read} reading=${reading} readAs=${readAs} />
      </div>
      <${Refusal} text=${refusal || (busy && ui.state.overdue > 0 ? say("console.overdue") : "")} />
    </${Dialog}>
  `;
}
