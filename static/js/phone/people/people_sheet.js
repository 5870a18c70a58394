/** Speaking for others: each person has dots and contributions of their own on this phone. */
import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { Field, Heading, Problems } from "../frame/components.js";
import { Sheet } from "../frame/sheet.js";

const NAME_MAX = 40;

/** What a person is called on this device. */
export function nameOf(desk, person) {
  const index = desk.people.list.indexOf(person);
  if (person.name) return person.name;
  if (index === 0) return say("phone.people.self");
  return person.badge ? say("phone.people.badge", { code: person.badge.toUpperCase() }) : say("phone.people.number", { n: index + 1 });
}

export function PeopleSheet({ desk }) {
  const { acting, list } = desk.people;
  const waits = desk.pending.some(({ message, sent }) => message.do === "speak_for" && !sent);
  return html`
    <${Sheet} desk=${desk} title=${say("phone.people.title")}>
      ${list.length > 1
        ? html`
            <p>${say("phone.people.who")}</p>
            <ul class="choices">
              ${list.map(
                (person) => html`<li key=${person.token}>
                  <button type="button" class="choice" aria-pressed=${person === acting} onClick=${() => desk.switchTo(person)}>
                    <${Bdi}>${nameOf(desk, person)}<//>
                    ${person === acting ? html`<small>${say("phone.people.now")}</small>` : null}
                  </button>
                </li>`,
              )}
            </ul>
          `
        : null}
      <${Another} desk=${desk} waits=${waits} />
    <//>
  `;
}

function Another({ desk, waits }) {
  const [name, setName] = useState("");
  const begin = (event) => {
    event.preventDefault();
    desk.news.speakForAs(name.trim());
    setName("");
  };
  return html`
    <form class="card" onSubmit=${begin}>
      <${Heading} lead=${say("phone.people.why")}>${say("phone.people.another")}<//>
      <${Field} one label=${say("phone.people.name")} hint=${say("phone.people.name_hint")} value=${name} onInput=${setName} maxlength=${NAME_MAX} />
      <${Problems} desk=${desk} place="speak_for" />
      <button type="submit" class="main" disabled=${waits}>${say(waits ? "phone.waits.wifi" : "phone.people.begin")}</button>
    </form>
  `;
}
