/** Edits a topic's title on its card. Enter saves, Escape discards. */

import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { typedLine } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { Refusal } from "../shared/dialog.js";
import { TITLE_LENGTH } from "../sorting/split_draft.js";

export function TitleEditor({ topic, ui }) {
  const [title, setTitle] = useState(topic.title);
  const [refusal, setRefusal] = useState("");
  const field = useRef(null);
  const over = useRef(false);

  useEffect(() => {
    field.current.focus();
    field.current.select();
  }, []);

  const leave = () => {
    over.current = true;
    ui.set({ editing: null, focus: topic.id });
  };

  const keep = async () => {
    const wanted = title.trim();
    if (over.current) return;
    if (wanted === topic.title || wanted === "") return leave();
    over.current = true;
    const answer = await ui.ask("rename", { topic: topic.id, title: wanted });
    if (answer.ok) return leave();
    over.current = false;
    setRefusal(answer.message);
    field.current?.focus();
  };

  const onKeyDown = (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      keep();
    }
    if (event.key === "Escape") leave();
  };

  return html`
    <textarea
      ref=${field}
      class="renaming"
      rows="3"
      dir="auto"
      maxlength=${TITLE_LENGTH}
      aria-label=${say("console.rename.label")}
      value=${title}
      onInput=${(event) => setTitle(typedLine(event.currentTarget.value))}
      onKeyDown=${onKeyDown}
      onBlur=${keep}
    ></textarea>
    <${Refusal} text=${refusal} />
  `;
}
