/** Speaking for others: each person has dots and contributions of their own on this phone. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { Field, Heading, Problems } from "../frame/components.js";
import { Sheet } from "../frame/sheet.js";

const NAME_MAX = 40;

/** What a person is called on this device. */
export function nameOf(ui, person) {
  const index = ui.people.list.indexOf(person);
  if (person.name) return person.name;
  if (index === 0) return say("phone.people.self");
  return person.badge ? say("phone.people.badge", { code: person.badge.toUpperCase() }) : say("phone.people.number", { n: index + 1 });
}

export function PeopleSheet({ ui }) {
  const { acting, list } = ui.people;
  const waits = ui.pending.some(({ message, sent }) => message.do === "speak_for" && !sent);
  return html`
    <${Sheet} ui=${ui} title=${say("phone.people.title")}>
      ${list.length > 1
        ? html`
            <p>${say("phone.people.who")}</p>
            <ul class="choices">
              ${list.map(
                (person) => html`<li key=${person.token}>
                  <button type="button" class="choice" aria-pressed=${person === acting} onClick=${() => ui.switchTo(person)}>
                    <${Bdi}>${nameOf(ui, person)}<//>
                    ${person === acting ? html`<small>${say("phone.people.now")}</small>` : null}
                  </button>
                </li>`,
              )}
            </ul>
          `
        : null}
      <${Another} ui=${ui} waits=${waits} />
    <//>
  `;
}

function Another({ ui, waits }) {
  const [name, setName] = useState("");
  const begin = (event) => {
    event.preventDefault();
    ui.results.speakForAs(name.trim());
    setName("");
  };
  return html`
    <form class="card" onSubmit=${begin}>
      <${Heading} lead=${say("phone.people.why")}>${say("phone.people.another")}<//>
      <${Field} one label=${say("phone.people.name")} hint=${say("phone.people.name_hint")} value=${name} onInput=${setName} maxlength=${NAME_MAX} />
      <${Problems} ui=${ui} place="speak_for" />
      <button type="submit" class="main" disabled=${waits}>${say(waits ? "phone.waits.wifi" : "phone.people.begin")}</button>
    </form>
  `;
}
