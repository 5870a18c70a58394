/** Writing a topic in one's own words. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { Echoes } from "./echoes.js";
import { CONTRIBUTION_MAX, Field, isSendable, Outcome, Problems } from "../frame/components.js";
import { lastPending } from "../state/pending.js";

const DRAFT = "contribute";

export function ContributionForm({ ui, view }) {
  const [done, setDone] = useState(false);
  const [sent, setSent] = useState(null);
  const text = ui.draft(DRAFT) ?? "";
  if (!view.open.contributions) return html`<${Problems} ui=${ui} place="contribute" /><${Kept} text=${text} />`;
  const send = (event) => {
    event.preventDefault();
    if (!isSendable(text, CONTRIBUTION_MAX)) return;
    ui.setDraft(DRAFT, null);
    setDone(true);
    setSent(null);
    ui.act("contribute", { text }).then((answer) => {
      if (answer.ok) setSent({ id: answer.contribution, text: text.trim() });
      else setDone(false);
    });
  };
  return html`
    <form class="card compose" onSubmit=${send}>
      <${Problems} ui=${ui} place="contribute" onEdit=${(problem) => ui.setDraft(DRAFT, joined(text, problem.text))} />
      <${Field}
        label=${say("phone.collect.label")}
        hint=${say("phone.collect.hint")}
        value=${text}
        onInput=${(value) => {
          setDone(false);
          ui.setDraft(DRAFT, value);
        }}
        max=${CONTRIBUTION_MAX}
        rows=${4}
      />
      <button type="submit" class="main" disabled=${!isSendable(text, CONTRIBUTION_MAX)}>${say("phone.collect.send")}</button>
      ${done ? html`<${Outcome} ui=${ui} act=${lastPending(ui.pending, "contribute")}>${say("phone.collect.thanks")}<//>` : null}
      ${sent ? html`<${Echoes} key=${sent.id} ui=${ui} ...${sent} />` : null}
    </form>
  `;
}

/** What was typed and not sent, while nothing is taken in. */
function Kept({ text }) {
  return text ? html`<blockquote><${Bdi}>${text}<//></blockquote>` : null;
}

/** Both texts, where one was begun while the other was on its way. */
function joined(text, returned) {
  return text.trim() ? `${returned}\n${text}` : returned;
}
