/** What this person is told: cards to read and put away. */
import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { partsThere } from "./parts.js";
import { partsOf } from "../state/pending.js";
import { Problem } from "./components.js";

const AT_ONCE = 2;

/** Refusals that the shown part has no place for; from here one gets to theirs, where it is there. */
export function Elsewhere({ ui, view, part }) {
  const there = partsThere(view);
  return ui.results.all
    .filter(({ place }) => place !== "speak_for" && !partsOf(place).includes(part))
    .map((problem) => {
      const home = partsOf(problem.place).find((name) => there.includes(name));
      return html`<${Problem}
        key=${problem.id}
        ui=${ui}
        problem=${problem}
        onGo=${home ? () => ui.set({ part: home }) : null}
      />`;
    });
}

export function Notices({ ui, view }) {
  const leaving = new Set(ui.pending.filter(({ message }) => message.do === "dismiss_notice").map(({ message }) => message.notice));
  const notices = view.me.notices.filter((notice) => !leaving.has(notice.id));
  const { badgeUnknown, codeUnknown } = ui.state;
  if (notices.length === 0 && !badgeUnknown && !codeUnknown && !ui.forgets) return null;
  const shown = notices.slice(-AT_ONCE).reverse();
  const more = notices.length - shown.length;
  return html`
    <section class="notices" aria-label=${say("phone.notices.title")} role="status">
      ${badgeUnknown || codeUnknown
        ? html`<article class="notice" key="unknown">
            <p>${say(badgeUnknown ? "notice.badge_unknown" : "phone.carry.unknown")}</p>
            <button type="button" onClick=${() => ui.set({ badgeUnknown: false, codeUnknown: false })}>${say("phone.notices.understood")}</button>
          </article>`
        : null}
      ${ui.forgets ? html`<${Forgets} code=${view.me.carry_code} />` : null}
      ${shown.map(
        (notice) => html`<article class="notice" key=${notice.id}>
          <p><${Sentence} notice=${notice} /></p>
          <div class="row">
            ${notice.key === "notice.note_waiting"
              ? html`<button type="button" class="main" onClick=${() => ui.set({ part: "interview" })}>${say("phone.notices.look")}</button>`
              : null}
            <button type="button" onClick=${() => ui.act("dismiss_notice", { notice: notice.id })}>${say("phone.notices.understood")}</button>
          </div>
        </article>`,
      )}
      ${more > 0 ? html`<p class="hint">${say("phone.notices.more", { count: more })}</p>` : null}
    </section>
  `;
}

/** A browser that keeps nothing: how to be oneself again after a reload. */
function Forgets({ code }) {
  return html`<article class="notice" key="forgets">
    <p>${say("phone.carry.forgets")}</p>
    ${code ? html`<p>${say("phone.carry.code")} <strong dir="ltr">${location.host}/c/${code}</strong></p>` : null}
  </article>`;
}

/** The sentence with what people typed standing isolated in it, whatever its direction. */
function Sentence({ notice }) {
  const marks = {};
  const gaps = {};
  for (const [name, value] of Object.entries(notice.gaps)) {
    marks[`\u0000${name}\u0000`] = value;
    gaps[name] = typeof value === "number" ? value : `\u0000${name}\u0000`;
  }
  return say(notice.key, gaps)
    .split(/(\u0000\w+\u0000)/)
    .map((part) => (part in marks ? html`<bdi>${marks[part]}</bdi>` : part));
}
