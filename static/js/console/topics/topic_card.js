/** One topic as a card. Redrawn only when its own topic or marking changes. */

import { html } from "htm/preact";
import { Component } from "preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { TitleEditor } from "./title_editor.js";

export class Card extends Component {
  shouldComponentUpdate(next) {
    return Object.keys(next).some((name) => next[name] !== this.props[name]);
  }

  render({ topic, selected, tabbable, editing, ui, worker }) {
    const kind = [
      "card",
      topic.contributions.length > 1 && "stack",
      topic.state === "group" && "in-group",
      topic.state === "hidden" && "is-hidden",
      isMarked(topic, worker) && "marked",
      selected && "selected",
    ];
    if (editing) {
      return html`<li class=${kind.filter(Boolean).join(" ")} role="presentation">
        <${TitleEditor} topic=${topic} ui=${ui} />
      </li>`;
    }
    return html`
      <li
        class=${kind.filter(Boolean).join(" ")}
        role="option"
        aria-selected=${selected}
        tabindex=${tabbable ? 0 : -1}
        data-topic=${topic.id}
        data-drop=${topic.id}
      >
        <span class="tick" aria-hidden="true"><${Icon} name="check" /></span>
        <span class="card-title"><bdi>${topic.title}</bdi></span>
        <span class="card-foot">
          ${topic.contributions.length > 1 &&
          html`<span class="mark">
            ${say("console.card.contributions", { count: topic.contributions.length })}
          </span>`}
          ${topic.state === "group" && html`<span class="mark group">${say("console.card.group")}</span>`}
          ${topic.state === "hidden" && html`<span class="mark">${say("console.card.hidden")}</span>`}
          ${worker && html`<span class="mark working"><${Icon} name="pen" />${say("console.working", { number: worker })}</span>`}
          <${Broad} broad=${topic.broad} />
          <${Dots} topic=${topic} />
        </span>
      </li>
    `;
  }
}

/** Whether there is a line of marks below the title. */
function isMarked({ contributions, state, broad, dots }, worker) {
  return contributions.length > 1 || ["group", "hidden"].includes(state) || worker || broad?.count || dots;
}

function Broad({ broad }) {
  if (!broad?.count) return null;
  const text = say("console.card.broad", { count: broad.count });
  return html`<span class="mark broad" title=${text}>
    <${Icon} name="flag" /><span aria-hidden="true">${broad.count}</span><span class="unseen">${text}</span>
  </span>`;
}

function Dots({ topic }) {
  if (!topic.dots) return null;
  const text = say("console.card.dots", { count: topic.dots });
  const people = say("console.card.people", { count: topic.people ?? 0 });
  return html`<span class="mark dots" title="${text}, ${people}">
    <span class="dot" aria-hidden="true"></span><b aria-hidden="true">${topic.dots}</b>
    <span class="unseen">${text}, ${people}</span>
  </span>`;
}
