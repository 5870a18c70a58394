import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Compose } from "./contribution_form.js";
import { Mine } from "./own_contributions.js";
import { Closed, Heading } from "../frame/components.js";

/** Saying what matters to one, and seeing what one has said. */
export function Collect({ desk, view }) {
  return html`
    <section>
      <${Heading} lead=${say("phone.collect.lead")}>${say("phone.collect.title")}<//>
      ${view.open.contributions ? null : html`<${Closed}>${say("refusal.closed_contributions")}<//>`}
      <${Compose} desk=${desk} view=${view} />
      <${Mine} desk=${desk} view=${view} inside />
    </section>
  `;
}
