/** Leaving name and address, only with consent, and erasing them again. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { doubtIn } from "./reachable.js";
import { Closed, Confirmed, Field, Heading, Outcome, Problems, TITLE_MAX, Waits } from "../frame/components.js";

const PURPOSES = ["group", "next_workshop", "help"];
const EMPTY = { name: "", email: "", phone: "", purposes: [], consent: false };
const EMAIL_MAX = 200;
const PHONE_MAX = 60;

export function Contact({ ui, view }) {
  const leaving = lastPending(ui.pending, "leave_contact");
  const erasing = lastPending(ui.pending, "erase_contact");
  const there = leaving ?? (view.me.has_contact && !erasing);
  const onBoard = view.me.board_contact && !erasing;
  return html`
    <section>
      <${Heading} lead=${say("phone.contact.lead")}>${say("phone.part.contact")}<//>
      ${erasing && !erasing.sent ? html`<${Waits} ui=${ui} />` : null}
      ${there ? null : view.open.contact ? html`<${Leaving} ui=${ui} />` : html`<${Closed}>${say("refusal.closed_contact")}<//>`}
      ${there || onBoard
        ? html`<div class="card">
            ${there ? html`<${Outcome} ui=${ui} act=${leaving}>${say("phone.contact.there")}<//>` : null}
            ${onBoard ? html`<p>${say("phone.contact.on_board")}</p>` : null}
            <${Confirmed}
              label=${say("phone.contact.erase")}
              question=${say("phone.contact.erase_sure")}
              yes=${say("phone.contact.erase_yes")}
              no=${say("phone.cancel")}
              onYes=${() => ui.act("erase_contact")}
            />
          </div>`
        : null}
    </section>
  `;
}

function Leaving({ ui }) {
  const draft = { ...EMPTY, ...ui.draft("contact") };
  const put = (patch) => ui.setDraft("contact", { ...draft, ...patch });
  const turn = (purpose) =>
    put({ purposes: draft.purposes.includes(purpose) ? draft.purposes.filter((other) => other !== purpose) : [...draft.purposes, purpose] });
  const missing = whatIsMissing(draft);
  const doubt = missing ? null : doubtIn(draft);
  const send = (event) => {
    event.preventDefault();
    if (missing) return put({ tried: true });
    if (doubt && doubt.about !== draft.asked) return put({ asked: doubt.about });
    const { name, email, phone, purposes } = draft;
    // what is typed stays until the server has it (act_results.js)
    return ui.act("leave_contact", { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null, purposes, consent: true });
  };
  return html`
    <form class="card" onSubmit=${send} novalidate>
      <${Field} one label=${say("phone.contact.name")} value=${draft.name} onInput=${(name) => put({ name })} max=${TITLE_MAX} autocomplete="name" />
      <${Field} one type="tel" label=${say("phone.contact.phone")} value=${draft.phone} onInput=${(phone) => put({ phone })} max=${PHONE_MAX} autocomplete="tel" />
      <${Field} one type="email" label=${say("phone.contact.email")} value=${draft.email} onInput=${(email) => put({ email })} max=${EMAIL_MAX} autocomplete="email" />
      <fieldset class="checks">
        <legend>${say("phone.contact.purposes")}</legend>
        ${PURPOSES.map((purpose) => html`<${Check} key=${purpose} checked=${draft.purposes.includes(purpose)} onChange=${() => turn(purpose)}>${say(`phone.contact.purpose_${purpose}`)}<//>`)}
      </fieldset>
      <div class="consent">
        <${Check} checked=${draft.consent} onChange=${() => put({ consent: !draft.consent })}>${say("phone.contact.consent")}<//>
      </div>
      <${Problems} ui=${ui} place="contact" />
      ${draft.tried && missing ? html`<p class="why" role="alert">${say(missing)}</p>` : null}
      ${doubt && doubt.about === draft.asked ? html`<${Doubt} doubt=${doubt} onTake=${(email) => put({ email })} />` : null}
      <button type="submit" class="main">${say("phone.contact.send")}</button>
    </form>
  `;
}

/** A question about what was typed; whoever sends once more is believed. */
function Doubt({ doubt: { key, better }, onTake }) {
  return html`<div class="why" role="alert">
    <p>${say(`phone.contact.ask_${key}`, { better })}</p>
    ${better ? html`<button type="button" onClick=${() => onTake(better)}>${say("phone.contact.take", { better })}</button>` : null}
  </div>`;
}

function Check({ checked, onChange, children }) {
  return html`<label class="check"><input type="checkbox" checked=${checked} onChange=${onChange} /><span>${children}</span></label>`;
}

function whatIsMissing({ name, email, phone, purposes, consent }) {
  if (!name.trim()) return "phone.contact.missing_name";
  if (!email.trim() && !phone.trim()) return "phone.contact.missing_how";
  if (purposes.length === 0) return "phone.contact.missing_purpose";
  return consent ? null : "refusal.consent";
}
