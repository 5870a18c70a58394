import { html } from "htm/preact";

import { say } from "../shared/wording.js";
import { Blank } from "./blank.js";
import { Boards } from "./boards.js";
import { Clock } from "./clock.js";
import { Cloud } from "./cloud.js";
import { Connection } from "./connection.js";
import { Controls } from "./controls.js";
import { Corner } from "./corner.js";
import { Crossfade } from "./crossfade.js";
import { Groups } from "./groups.js";
import { Join } from "./join.js";
import { OpenEnds } from "./open_ends.js";
import { Questions } from "./questions.js";
import { Result } from "./result.js";
import { Thanks } from "./thanks.js";
import { Topics } from "./topics.js";

const SCENES = {
  join: Join,
  questions: Questions,
  cloud: Cloud,
  topics: Topics,
  result: Result,
  groups: Groups,
  boards: Boards,
  open_ends: OpenEnds,
  thanks: Thanks,
  blank: Blank,
};

const WITHOUT_CLOCK = new Set(["join", "thanks", "blank"]);

/** The whole wall: what it shows follows from `view` alone. */
export function Wall({ view, connected }) {
  if (!view) {
    return html`<main class="frame waiting"><p class="empty">${say("wall.connecting")}</p></main>`;
  }
  const what = view.scene?.what in SCENES ? view.scene.what : "join";
  const Scene = SCENES[what];
  const clock = Boolean(view.phase_ends_at) && !WITHOUT_CLOCK.has(what);
  const corner = Boolean(view.scene?.qr) && what !== "join";
  return html`
    <main class=${`frame frame-${what} ${corner ? "with-corner" : ""} ${clock ? "with-clock" : ""}`}>
      ${what === "join"
        ? null
        : html`<header class="frame-head"><h1><bdi>${what === "blank" ? "" : view.title}</bdi></h1></header>`}
      ${clock ? html`<${Clock} endsAt=${view.phase_ends_at} />` : null}
      <div class="stage">
        <${Crossfade} name=${what}><${Scene} view=${view} /><//>
      </div>
      ${corner ? html`<${Corner} view=${view} />` : null}
      <${Connection} connected=${connected} />
      <${Controls} />
    </main>
  `;
}
