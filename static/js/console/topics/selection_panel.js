/** What is chosen on the board, in full, with all that can be done with it and the key for it. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { selectedTopics } from "../shared/ui_state.js";
import { Icon } from "../shared/icons.js";
import { Origin, Partners } from "../sorting/related_topics.js";

const live = (topics) => topics.filter((topic) => topic.state !== "hidden");

/** Each deed: its key, icon, for which chosen topics, and what it does. */
const DEEDS = [
  {
    name: "rename",
    key: "F2",
    icon: "pen",
    fits: (topics) => topics.length === 1 && live(topics).length === 1,
    run: (desk, [topic]) => desk.put({ editing: topic.id, focus: topic.id }),
  },
  {
    name: "merge",
    key: "m",
    icon: "merge",
    fits: (topics) => topics.length > 1 && live(topics).length === topics.length,
    run: (desk, topics) => desk.open("merge", { topics: topics.map((topic) => topic.id) }),
  },
  {
    name: "split",
    key: "t",
    icon: "split",
    fits: (topics) => topics.length === 1 && live(topics).length === 1,
    run: (desk, [topic]) => desk.open("split", { topic: topic.id }),
  },
  {
    name: "group",
    key: "g",
    icon: "group",
    fits: (topics) => topics.length > 0 && topics.every((topic) => topic.state !== "hidden" && !topic.group),
    run: (desk, topics) => desk.open("group", { topics: topics.map((topic) => topic.id) }),
  },
  {
    name: "paper",
    key: "p",
    icon: "dot",
    fits: (topics) => topics.length === 1 && live(topics).length === 1,
    run: (desk, [topic]) => desk.open("paper", { topic: topic.id }),
  },
  {
    name: "hide",
    key: "h",
    icon: "hide",
    fits: (topics) => topics.length === 1 && live(topics).length === 1,
    run: (desk, [topic]) => desk.open("hide", { topic: topic.id }),
  },
  {
    name: "restore",
    key: "h",
    icon: "eye",
    fits: (topics) => topics.length === 1 && topics[0].state === "hidden",
    run: (desk, [topic]) => desk.act("restore", { topic: topic.id }, say("console.restore.done")),
  },
];

export function Tray({ desk, view }) {
  const topics = selectedTopics(desk, view);
  useDeedKeys(desk);
  if (topics.length === 0) {
    return html`<p class="tray hint">
      <span>${say("console.tray.hint")}</span>
      <span><kbd>${say("console.key.space")}</kbd> ${say("console.tray.hint_space")}</span>
      <span><kbd>?</kbd> ${say("console.tray.hint_keys")}</span>
    </p>`;
  }
  return html`
    <section class="tray" aria-label=${say("console.tray.label")}>
      <button type="button" class="plain tray-clear" onClick=${() => desk.select([])}>
        <kbd>Esc</kbd> <span>${say("console.tray.clear")}</span><${Icon} name="cross" />
      </button>
      <div class="tray-text" tabindex="0">
        ${topics.length === 1 ? html`<${One} topic=${topics[0]} view=${view} desk=${desk} />` : html`<${Several} topics=${topics} desk=${desk} />`}
      </div>
      <div class="tray-deeds">
        ${DEEDS.filter((deed) => deed.fits(topics)).map(
          (deed) => html`<button type="button" key=${deed.name} onClick=${() => deed.run(desk, topics)}>
            <${Icon} name=${deed.icon} /><span>${say(`console.deed.${deed.name}`)}</span>
            <kbd>${deed.key.toUpperCase()}</kbd>
          </button>`,
        )}
      </div>
    </section>
  `;
}

function One({ topic, view, desk }) {
  const group = topic.group && view.groups[topic.group];
  return html`
    <h3><bdi>${topic.title}</bdi></h3>
    ${topic.state === "hidden" &&
    html`<p class="aside">${say("console.tray.hidden")} <bdi>${topic.reason}</bdi></p>`}
    ${group && html`<p class="aside">${say("console.tray.group")} <bdi>${group.title}</bdi></p>`}
    <ul class="words">
      ${topic.contributions.map(
        (c) => html`<li key=${c.id}>
          <bdi class="quote">${c.text}</bdi> <span class="via">${say(`console.via.${c.via}`)}</span>
        </li>`,
      )}
    </ul>
    ${topic.broad?.count > 0 &&
    html`<p class="aside broad">
      <${Icon} name="flag" /> ${say("console.card.broad", { count: topic.broad.count })}
      ${topic.broad.narrower.length > 0 && html` · ${say("console.tray.narrower")} `}
      ${topic.broad.narrower.map((text) => html`<bdi class="proposal" key=${text}>${text}</bdi>`)}
    </p>`}
    ${topic.dots > 0 &&
    html`<p class="aside">
      ${say("console.card.dots", { count: topic.dots })}, ${say("console.card.people", { count: topic.people ?? 0 })}
      ${topic.paper > 0 && html`, ${say("console.tray.paper", { count: topic.paper })}`}
    </p>`}
    <${Partners} desk=${desk} view=${view} topic=${topic} />
    <${Origin} topic=${topic} />
  `;
}

function Several({ topics, desk }) {
  return html`
    <h3>${say("console.tray.chosen", { count: topics.length })}</h3>
    <ul class="chosen">
      ${topics.map(
        (topic) => html`<li key=${topic.id}>
          <bdi>${topic.title}</bdi>
          <button type="button" class="plain" onClick=${() => desk.toggle(topic.id)}>
            <${Icon} name="cross" /><span class="unseen">${say("console.tray.leave_out")} <bdi>${topic.title}</bdi></span>
          </button>
        </li>`,
      )}
    </ul>
  `;
}

/** M, T, G, P, H work wherever the keyboard is on the board, for the chosen or else the focused card. */
function useDeedKeys(desk) {
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || desk.ui.dialog || desk.ui.editing) return;
      if (event.target.closest("input, textarea, select, dialog")) return;
      if (event.key === "Escape") return desk.select([]);
      const { view } = desk.store;
      const chosen = selectedTopics(desk, view);
      const onCard = view.topics[event.target.closest("[data-topic]")?.dataset.topic];
      const topics = chosen.length > 0 || !onCard ? chosen : [onCard];
      const deed = DEEDS.find((one) => one.key === event.key.toLowerCase() && one.fits(topics));
      if (!deed) return;
      event.preventDefault();
      deed.run(desk, topics);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
