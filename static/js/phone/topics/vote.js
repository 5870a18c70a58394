/** Dots: drawn as dots, placed and taken back with two targets far apart. */
import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { ballot } from "../state/pending.js";
import { Closed, Heading, Problems, Waits } from "../frame/components.js";
import { Result } from "./result.js";
import { TopicList } from "./topic_list.js";
import { Said, Title } from "./browse_topics.js";

const DRAWN_MOST = 12;

export function Vote({ ui, view }) {
  const [again, setAgain] = useState(false);
  const [mine, setMine] = useState(false);
  const revealed = view.counts === "revealed";
  useEffect(() => {
    if (revealed) window.scrollTo(0, 0);
  }, [revealed, again]);
  if (!view.open.dots || (revealed && !again)) {
    return html`
      <section>
        ${view.open.dots ? null : html`<${Closed}>${say(view.sealed ? "refusal.sealed" : "refusal.closed_dots")}<//>`}
        ${revealed ? html`<${Result} view=${view} />` : html`<${Placed} view=${view} />`}
        ${view.open.dots ? html`<button type="button" class="wide" onClick=${() => setAgain(true)}>${say("phone.vote.change")}</button>` : null}
      </section>
    `;
  }
  const mayPlace = !view.badge_votes || view.me.badge;
  const { on, hand } = ballot(view.me, ui.pending);
  const only = mine || !mayPlace ? onlyPlaced(on) : null;
  return html`
    <section class="vote">
      ${mayPlace
        ? html`<${Heading} lead=${say("phone.vote.lead", { count: view.me.budget, cap: view.me.cap })}>${say("phone.vote.title")}<//>
            <${Hand} me=${view.me} hand=${hand} mine=${mine} setMine=${setMine} />`
        : html`<${Closed}>${say("refusal.badge_needed")}<//>
            ${hand < view.me.budget ? html`<h3>${say("phone.vote.yours")}</h3>` : null}`}
      <${TopicList}
        view=${view}
        only=${only}
        draw=${(topic) => html`<${Ballot} ui=${ui} me=${view.me} topic=${topic} at=${on[topic.id] ?? NOTHING} hand=${hand} mayPlace=${mayPlace} />`}
      />
      ${mine && mayPlace && hand === view.me.budget ? html`<p class="closed">${say("phone.vote.none_placed")}</p>` : null}
      ${revealed ? html`<button type="button" class="wide" onClick=${() => setAgain(false)}>${say("phone.vote.to_result")}</button>` : null}
    </section>
  `;
}

const NOTHING = { dots: 0, unsent: 0 };
const onlyPlaced = (on) => (topic) => (on[topic.id]?.dots ?? 0) > 0;

/** What is left to place, always in sight. */
function Hand({ me, hand, mine, setMine }) {
  return html`
    <div class="hand">
      <div role="status">
        <${Dots} full=${hand} all=${me.budget} />
        <p>${hand > 0 ? say("phone.vote.hand", { count: hand }) : say("phone.vote.hand_empty")}</p>
      </div>
      <button type="button" aria-pressed=${mine} onClick=${() => setMine(!mine)}>${say(mine ? "phone.vote.show_all" : "phone.vote.show_mine")}</button>
    </div>
  `;
}

/** Dots as they look on paper; beyond a handful a number says it better. */
function Dots({ full, all, unsent = 0 }) {
  if (all > DRAWN_MOST) return html`<span class="dots many" aria-hidden="true"><i class="full"></i><b>${full}</b></span>`;
  return html`
    <span class="dots" aria-hidden="true">
      ${Array.from({ length: all }, (_, index) => {
        const state = index < full - unsent ? "full" : index < full ? "full unsent" : "";
        return html`<i key=${index} class=${state}></i>`;
      })}
    </span>
  `;
}

/** One topic with one's dots; without `mayPlace` they can only be taken back. */
function Ballot({ ui, me, topic, at, hand, mayPlace }) {
  const [why, setWhy] = useState("");
  const open = ui.state.editing === topic.id;
  const several = topic.contributions.length;
  const full = at.dots >= me.cap;
  const place = () => {
    if (full) return setWhy(say("refusal.dots_cap", { count: me.cap }));
    if (hand <= 0) return setWhy(say("refusal.dots_used_up", { count: me.budget }));
    setWhy("");
    return ui.act("place_dot", { topic: topic.id });
  };
  const take = () => {
    setWhy("");
    if (at.dots > 0) ui.act("take_dot", { topic: topic.id });
  };
  return html`
    <div class="topic-head still"><${Title} topic=${topic} /></div>
    ${several > 1
      ? html`<button type="button" class="quiet more-said" aria-expanded=${open} onClick=${() => ui.set({ editing: open ? null : topic.id })}>
          ${say("phone.topics.contributions", { count: several })}
        </button>`
      : null}
    ${open ? html`<${Said} topic=${topic} />` : null}
    <div class="placing" role="group" aria-label=${say("phone.vote.on", { count: at.dots, title: topic.title })}>
      <button type="button" class="minus" aria-label=${say("phone.vote.take")} disabled=${at.dots === 0} onClick=${take}><span aria-hidden="true">−</span></button>
      <${Dots} full=${at.dots} all=${Math.max(me.cap, at.dots)} unsent=${at.unsent} />
      ${mayPlace ? html`<button type="button" class="plus" aria-label=${say("phone.vote.place")} aria-disabled=${full || hand <= 0} onClick=${place}><span aria-hidden="true">+</span></button>` : null}
    </div>
    ${at.unsent > 0 && !ui.connection.link.status.connected ? html`<${Waits} ui=${ui} />` : null}
    ${why ? html`<p class="why" role="status">${why}</p>` : null}
    <${Problems} ui=${ui} place=${`topic:${topic.id}`} />
  `;
}

/** Where one's own dots lie, while placing is closed and the counts are not shown. */
function Placed({ view }) {
  const placed = Object.entries(view.me.dots).filter(([id]) => view.topics[id]);
  if (placed.length === 0) return null;
  return html`
    <h3>${say("phone.vote.yours")}</h3>
    <ul class="list topics">
      ${placed.map(
        ([id, dots]) => html`<li key=${id} class="topic"><div class="topic-head still"><${Title} topic=${view.topics[id]} /></div><${Dots} full=${dots} all=${dots} /></li>`,
      )}
    </ul>
  `;
}
