/** What the wall shows now, as a few lines of text. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { qrCodeUrl, shortAddress } from "../people/addresses.js";
import { filterTopics } from "../topics/filtering.js";

const MOST_LINES = 4;

export function WallPreview({ view }) {
  const { what, qr } = view.scene;
  const lines = linesOf(what, view);
  return html`
    <figure class="wall-preview ${what}">
      <figcaption>${say(`console.scene.${what}`)}</figcaption>
      <div class="lines">
        ${lines.map((line, i) => html`<p key=${i}><bdi>${line}</bdi></p>`)}
      </div>
      ${qr && what !== "join" && html`<img class="corner" src=${qrCodeUrl(view.address)} alt=${say("console.wall.qr")} />`}
    </figure>
  `;
}

/** What the wall says in a scene, in at most a few lines. */
export function linesOf(what, view) {
  const groups = Object.values(view.groups).sort((a, b) => a.n - b.n);
  const titles = (topics) => topics.slice(0, MOST_LINES).map((topic) => topic.title);
  switch (what) {
    case "join":
      return [shortAddress(view.address), say("console.preview.participants", { count: view.participants })];
    case "questions":
      return view.questions.slice(0, MOST_LINES);
    case "cloud":
      return [say("console.preview.contributions", { count: contributionsIn(view.topics) })];
    case "topics":
      return titles(filterTopics(view.topics, { order: "newest" }));
    case "result":
      return filterTopics(view.topics, { filter: "dotted", order: "dots" })
        .slice(0, MOST_LINES)
        .map((topic) => `${topic.dots} · ${topic.title}`);
    case "groups":
      return groups.slice(0, MOST_LINES).map((group) => [group.table, group.title].filter(Boolean).join(" · "));
    case "boards":
      return groups.slice(0, MOST_LINES).map((group) => group.title);
    case "open_ends":
      return titles(filterTopics(view.topics, { filter: "free", order: "oldest" }));
    default:
      return [];
  }
}

/** Each contribution once, however many topics hold it. */
export function contributionsIn(topics) {
  const ids = new Set();
  for (const topic of Object.values(topics)) for (const c of topic.contributions) ids.add(c.id);
  return ids.size;
}
