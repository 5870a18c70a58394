import { html } from "htm/preact";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { Steps } from "./components.js";

/** The phase "welcome": says that one is in and need not do anything. */
export function Welcome({ view }) {
  return html`
    <section class="welcome">
      <p class="eyebrow">${say("phone.welcome.hello")}</p>
      <h2><${Bdi}>${view.title}<//></h2>
      <p class="lead">${say("phone.welcome.in")}</p>
      <${Steps} keys=${["phone.welcome.step_stay", "phone.welcome.step_own", "phone.welcome.step_name"]} />
      <p class="crowd"><strong>${view.participants}</strong> ${say("phone.welcome.crowd", { count: view.participants })}</p>
    </section>
  `;
}
