/** Browsing what is there; saying that something is too broad. */
import { html } from "htm/preact";

import { Bdi } from "../../shared/text.js";
import { say } from "../../shared/wording.js";
import { lastPending } from "../state/pending.js";
import { Field, Heading, Problems, TITLE_MAX, Waits } from "../frame/components.js";
import { TopicList } from "./topic_list.js";

export function BrowseTopics({ ui, view }) {
  const mine = new Set(view.me.contributions);
  return html`
    <section>
      <${Heading} lead=${say(view.open.flags ? "phone.topics.lead_flags" : "phone.topics.lead")}>${say("phone.topics.title")}<//>
      <${TopicList}
        view=${view}
        draw=${(topic) => html`<${TopicCard} ui=${ui} view=${view} topic=${topic} own=${topic.contributions.some(({ id }) => mine.has(id))} />`}
      />
    </section>
  `;
}

function TopicCard({ ui, view, topic, own }) {
  const open = ui.state.editing === topic.id;
  const several = topic.contributions.length;
  const flagged = topic.id in view.me.flags;
  const toggle = () => ui.set({ editing: open ? null : topic.id });
  return html`
    <button type="button" class="topic-head" aria-expanded=${open} onClick=${toggle}>
      <${Title} topic=${topic} />
      <span class="tags">
        ${several > 1 ? html`<span>${say("phone.topics.contributions", { count: several })}</span>` : null}
        ${own ? html`<span>${say("phone.topics.own")}</span>` : null}
        ${topic.group ? html`<span>${say("phone.topics.has_group")}</span>` : null}
        ${flagged ? html`<span>${say("phone.topics.flagged")}</span>` : null}
      </span>
    </button>
    ${open
      ? html`<div class="topic-more">
          <${Said} topic=${topic} />
          ${view.open.flags ? html`<${Flag} ui=${ui} view=${view} topic=${topic} />` : null}
        </div>`
      : null}
  `;
}

export function Title({ topic }) {
  return html`<span class="topic-title"><${Bdi}>${topic.title}<//></span>`;
}

/** Everybody's own words in a topic. */
export function Said({ topic }) {
  const words = topic.contributions.filter(({ text }) => text !== topic.title);
  if (words.length === 0) return null;
  return html`
    <ul class="said">
      ${words.map(({ id, text }) => html`<li key=${id}><${Bdi}>${text}<//></li>`)}
    </ul>
  `;
}

function Flag({ ui, view, topic }) {
  const place = `topic:${topic.id}`;
  const draft = ui.draft(place);
  const waits = lastPending(ui.pending, "flag_broad", (message) => message.topic === topic.id);
  const narrower = waits ? (waits.message.narrower ?? "") : view.me.flags[topic.id];
  const flagged = waits || topic.id in view.me.flags;
  const send = (event) => {
    event.preventDefault();
    const text = draft.text.trim();
    if ([...text].length > TITLE_MAX) return;
    ui.setDraft(place, null);
    ui.act("flag_broad", { topic: topic.id, narrower: text.replace(/\s+/g, " ") || null });
  };
  const problems = html`<${Problems} ui=${ui} place=${place} onEdit=${(problem) => ui.setDraft(place, { text: problem.text })} />`;
  if (draft === null) {
    return html`
      ${problems}
      ${flagged && !(waits && !waits.sent) ? html`<p class="hint">${say("phone.flag.done")} ${narrower ? html`<strong><${Bdi}>${narrower}<//></strong>` : null}</p>` : null}
      ${waits && !waits.sent ? html`<${Waits} ui=${ui} />` : null}
      <button type="button" onClick=${() => ui.setDraft(place, { text: narrower ?? "" })}>${say(flagged ? "phone.flag.change" : "phone.flag.begin")}</button>
    `;
  }
  return html`
    <form onSubmit=${send}>
      ${problems}
      <${Field} one label=${say("phone.flag.label")} hint=${say("phone.flag.hint")} value=${draft.text} onInput=${(text) => ui.setDraft(place, { text })} max=${TITLE_MAX} />
      <div class="row">
        <button type="submit" class="main">${say("phone.flag.send")}</button>
        <button type="button" class="quiet" onClick=${() => ui.setDraft(place, null)}>${say("phone.cancel")}</button>
      </div>
    </form>
  `;
}
