import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { ContributionForm } from "./contribution_form.js";
import { OwnContributions } from "./own_contributions.js";
import { Closed, Heading } from "../frame/components.js";

/** Saying what matters to one, and seeing what one has said. */
export function Collect({ ui, view }) {
  return html`
    <section>
      <${Heading} lead=${say("phone.collect.lead")}>${say("phone.collect.title")}<//>
      ${view.open.contributions ? null : html`<${Closed}>${say("refusal.closed_contributions")}<//>`}
      <${ContributionForm} ui=${ui} view=${view} />
      <${OwnContributions} ui=${ui} view=${view} inside />
    </section>
  `;
}
