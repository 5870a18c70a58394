/** Hide a topic, for abuse alone and never without a reason its author is told. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useAsking } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

export function HideDialog({ desk, view, topic: id }) {
  const topic = view.topics[id];
  const [reason, setReason] = useState(desk.draft(`hide:${id}`) ?? "");
  const { busy, refusal, ask } = useAsking(desk);
  const ready = topic && reason.trim() !== "" && !busy;

  const hide = async () => {
    if (!ready) return;
    const answer = await ask("hide", { topic: id, reason: reason.trim() });
    if (!answer.ok) return;
    desk.keep(`hide:${id}`, null);
    desk.close();
    desk.select([]);
    desk.tell(say("console.hide.done"));
  };
  const write = (text) => {
    setReason(text);
    desk.keep(`hide:${id}`, text);
  };

  return html`
    <${Dialog}
      size="small"
      title=${say("console.hide.title")}
      onClose=${() => desk.close()}
      onSubmit=${hide}
      footer=${html`
        <button type="button" class="plain" onClick=${() => desk.close()}>${say("console.cancel")}</button>
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
        <textarea data-first rows="3" dir="auto" maxlength="280" value=${reason} onInput=${(e) => write(e.currentTarget.value)}></textarea>
      </label>
      <${Refusal} text=${topic ? refusal : say("console.topic_gone")} />
    </${Dialog}>
  `;
}
