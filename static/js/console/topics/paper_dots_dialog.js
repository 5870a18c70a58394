/** The dialog to enter how many paper dots a topic got. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";

export function PaperDialog({ ui, view, topic: id }) {
  const topic = view.topics[id];
  const [count, setCount] = useState(topic?.paper ?? 0);
  const { busy, refusal, ask } = useRequest(ui);
  const ready = topic && Number.isInteger(count) && count >= 0 && !busy;

  const enter = async () => {
    if (!ready) return;
    const answer = await ask("enter_paper_dots", { topic: id, count });
    if (!answer.ok) return;
    ui.closeDialog();
    ui.announce(say("console.paper.done", { count }));
  };

  return html`
    <${Dialog}
      size="small"
      title=${say("console.paper.title")}
      onClose=${() => ui.closeDialog()}
      onSubmit=${enter}
      footer=${html`
        <button type="button" class="plain" onClick=${() => ui.closeDialog()}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!ready}>${say("console.save")}</button>
      `}
    >
      <p class="about"><bdi>${topic?.title}</bdi></p>
      <p>${say("console.paper.how")}</p>
      <div class="stepper">
        <button type="button" onClick=${() => setCount(Math.max(0, (count || 0) - 1))} aria-label=${say("console.less")}>−</button>
        <input
          data-first
          type="number"
          min="0"
          max="10000"
          aria-label=${say("console.paper.count")}
          value=${Number.isNaN(count) ? "" : count}
          onInput=${(event) => setCount(event.currentTarget.valueAsNumber)}
        />
        <button type="button" onClick=${() => setCount((count || 0) + 1)} aria-label=${say("console.more")}>+</button>
      </div>
      <${Refusal} text=${topic ? refusal : say("console.topic_gone")} />
    </${Dialog}>
  `;
}
