/** The dialog to hide a topic: for abuse only, with a reason that its author is shown. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { typedText } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

export function HideDialog({ ui, view, topic: id }) {
  const topic = view.topics[id];
  const [reason, setReason] = useState(ui.draft(`hide:${id}`) ?? "");
  const { busy, refusal, ask } = useRequest(ui);
  const ready = topic && reason.trim() !== "" && !busy;

  const hide = async () => {
    if (!ready) return;
    const answer = await ask("hide", { topic: id, reason: reason.trim() });
    if (!answer.ok) return;
    ui.keepDraft(`hide:${id}`, null);
    ui.closeDialog();
    ui.select([]);
    ui.announce(say("console.hide.done"));
  };
  const write = (text) => {
    setReason(text);
    ui.keepDraft(`hide:${id}`, text);
  };

  return html`
    <${Dialog}
      size="small"
      title=${say("console.hide.title")}
      onClose=${() => ui.closeDialog()}
      onSubmit=${hide}
      footer=${html`
        <button type="button" class="plain" onClick=${() => ui.closeDialog()}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!ready}><${Icon} name="hide" />${say("console.hide.do")}</button>
      `}
    >
      <p class="about"><bdi>${topic?.title}</bdi></p>
      <p>${say("console.hide.why")}</p>
      <div class="filters">
        ${["insult", "private", "advert"].map((name) => {
          const text = say(`console.hide.reason_${name}`);
          return html`<button type="button" class="chip" key=${name} onClick=${() => write(text)}>${text}</button>`;
        })}
      </div>
      <label class="field">
        <span>${say("console.hide.reason")}</span>
        <textarea data-first rows="3" dir="auto" maxlength="280" value=${reason} onInput=${(e) => write(typedText(e.currentTarget.value))}></textarea>
        <small>${say("console.seen_by.author")}</small>
      </label>
      <${Refusal} text=${topic ? refusal : say("console.topic_gone")} />
    </${Dialog}>
  `;
}
