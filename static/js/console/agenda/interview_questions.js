/** The workspace of the interview phase: the open questions, and how many concerns were noted. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";

export function InterviewQuestions({ ui, view }) {
  const noted = new Set();
  for (const topic of Object.values(view.topics)) {
    for (const c of topic.contributions) if (c.via === "interview") noted.add(c.id);
  }
  return html`
    <aside class="side questions" aria-labelledby="questions-title">
      <h2 id="questions-title">${say("console.questions.label")}</h2>
      ${view.questions.length === 0
        ? html`<p class="aside">${say("console.questions.none")}</p>`
        : html`<ol class="question-list">
            ${view.questions.map((question) => html`<li key=${question}><bdi>${question}</bdi></li>`)}
          </ol>`}
      <button type="button" onClick=${() => ui.openDialog("settings")}>
        <${Icon} name="pen" />${say("console.questions.edit")}
      </button>
      <p class="big"><b>${noted.size}</b> ${say("console.questions.noted", { count: noted.size })}</p>
      <p class="aside">${say("console.questions.how")}</p>
    </aside>
  `;
}
