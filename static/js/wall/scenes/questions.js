import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Fitted } from "../fitting/fitted.js";
import { Heading } from "../frame/heading.js";
import { UserText } from "../fitting/user_text.js";

const SIZES = [9, 8.2, 7.4, 6.6, 5.9, 5.2, 4.6, 4.1, 3.7];

/** Interviews in pairs: the open questions, and how it goes. */
export function Questions({ view }) {
  const questions = view.questions?.length ? view.questions : [say("wall.questions.none")];
  const items = questions.map((text, index) => ({ key: `${index}`, text }));
  return html`
    <section class="scene questions">
      <${Heading}>${say("wall.questions.heading")}<//>
      <${Fitted}
        items=${items}
        sizes=${SIZES}
        columns=${1}
        narrowest=${12}
        widest=${26}
        centred
        draw=${(item) => html`<p class="question"><${UserText} text=${item.text} /></p>`}
      />
      <ol class="steps">
        <li>${say("wall.questions.step_pairs")}</li>
        <li>${say("wall.questions.step_note")}</li>
        <li>${say("wall.questions.step_swap")}</li>
      </ol>
    </section>
  `;
}
