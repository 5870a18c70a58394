/** The selected topics in full, and the actions that fit them with their keys. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { selectedTopics } from "../shared/ui_state.js";
import { Icon } from "../shared/icons.js";
import { Origin, Partners } from "../sorting/related_topics.js";

const visible = (topics) => topics.filter((topic) => topic.state !== "hidden");

/** Each action: its key, icon, for which chosen topics, and what it does. */
const ACTIONS = [
  {
    name: "rename",
    key: "F2",
    icon: "pen",
    fits: (topics) => topics.length === 1 && visible(topics).length === 1,
    run: (ui, [topic]) => ui.set({ editing: topic.id, focus: topic.id }),
  },
  {
    name: "merge",
    key: "m",
    icon: "merge",
    fits: (topics) => topics.length > 1 && visible(topics).length === topics.length,
    run: (ui, topics) => ui.openDialog("merge", { topics: topics.map((topic) => topic.id) }),
  },
  {
    name: "split",
    key: "t",
    icon: "split",
    fits: (topics) => topics.length === 1 && visible(topics).length === 1,
    run: (ui, [topic]) => ui.openDialog("split", { topic: topic.id }),
  },
  {
    name: "group",
    key: "g",
    icon: "group",
    fits: (topics) => topics.length > 0 && topics.every((topic) => topic.state !== "hidden" && !topic.group),
    run: (ui, topics) => ui.openDialog("group", { topics: topics.map((topic) => topic.id) }),
  },
  {
    name: "paper",
    key: "p",
    icon: "dot",
    fits: (topics) => topics.length === 1 && visible(topics).length === 1,
    run: (ui, [topic]) => ui.openDialog("paper", { topic: topic.id }),
  },
  {
    name: "hide",
    key: "h",
    icon: "hide",
    fits: (topics) => topics.length === 1 && visible(topics).length === 1,
    run: (ui, [topic]) => ui.openDialog("hide", { topic: topic.id }),
  },
  {
    name: "restore",
    key: "h",
    icon: "eye",
    fits: (topics) => topics.length === 1 && topics[0].state === "hidden",
    run: (ui, [topic]) => ui.act("restore", { topic: topic.id }, say("console.restore.done")),
  },
];

export function SelectionPanel({ ui, view }) {
  const topics = selectedTopics(ui, view);
  useActionKeys(ui);
  if (topics.length === 0) {
    return html`<p class="selection hint">
      <span>${say("console.tray.hint")}</span>
      <span><kbd>${say("console.key.space")}</kbd> ${say("console.tray.hint_space")}</span>
      <span><kbd>?</kbd> ${say("console.tray.hint_keys")}</span>
    </p>`;
  }
  return html`
    <section class="selection" aria-label=${say("console.tray.label")}>
      <button type="button" class="plain selection-clear" onClick=${() => ui.select([])}>
        <kbd>Esc</kbd> <span>${say("console.tray.clear")}</span><${Icon} name="cross" />
      </button>
      <div class="selection-text" tabindex="0">
        ${topics.length === 1 ? html`<${OneTopic} topic=${topics[0]} view=${view} ui=${ui} />` : html`<${SeveralTopics} topics=${topics} ui=${ui} />`}
      </div>
      <div class="selection-actions">
        ${ACTIONS.filter((action) => action.fits(topics)).map(
          (action) => html`<button type="button" key=${action.name} onClick=${() => action.run(ui, topics)}>
            <${Icon} name=${action.icon} /><span>${say(`console.deed.${action.name}`)}</span>
            <kbd>${action.key.toUpperCase()}</kbd>
          </button>`,
        )}
      </div>
    </section>
  `;
}

function OneTopic({ topic, view, ui }) {
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
    <${Partners} ui=${ui} view=${view} topic=${topic} />
    <${Origin} topic=${topic} />
  `;
}

function SeveralTopics({ topics, ui }) {
  return html`
    <h3>${say("console.tray.chosen", { count: topics.length })}</h3>
    <ul class="chosen">
      ${topics.map(
        (topic) => html`<li key=${topic.id}>
          <bdi>${topic.title}</bdi>
          <button type="button" class="plain" onClick=${() => ui.toggle(topic.id)}>
            <${Icon} name="cross" /><span class="unseen">${say("console.tray.leave_out")} <bdi>${topic.title}</bdi></span>
          </button>
        </li>`,
      )}
    </ul>
  `;
}

/** M, T, G, P, H work wherever the keyboard is on the board, for the chosen or else the focused card. */
function useActionKeys(ui) {
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ui.state.dialog || ui.state.editing) return;
      if (event.target.closest("input, textarea, select, dialog")) return;
      if (event.key === "Escape") return ui.select([]);
      const { view } = ui.store;
      const chosen = selectedTopics(ui, view);
      const onCard = view.topics[event.target.closest("[data-topic]")?.dataset.topic];
      const topics = chosen.length > 0 || !onCard ? chosen : [onCard];
      const action = ACTIONS.find((one) => one.key === event.key.toLowerCase() && one.fits(topics));
      if (!action) return;
      event.preventDefault();
      action.run(ui, topics);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
