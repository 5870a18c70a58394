import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { language, say } from "../shared/wording.js";
import { Blank } from "./scenes/blank.js";
import { Boards } from "./scenes/boards.js";
import { Clock } from "./frame/clock.js";
import { Cloud } from "./cloud/cloud.js";
import { Corner } from "./frame/corner.js";
import { Crossfade } from "./motion/crossfade.js";
import { Head } from "./frame/head.js";
import { Groups } from "./scenes/groups.js";
import { Join } from "./scenes/join.js";
import { OpenEnds } from "./scenes/open_ends.js";
import { Questions } from "./scenes/questions.js";
import { Result } from "./scenes/result.js";
import { Thanks } from "./scenes/thanks.js";
import { Topics } from "./scenes/topics.js";

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

const WITHOUT_TITLE = new Set(["join", "blank"]); // a title of its own, or none
const WITHOUT_CLOCK = new Set(["join", "thanks", "blank"]);

/** The whole wall: what it shows follows from `view` alone. */
export function Wall({ view, connected }) {
  const [, spoken] = useState(language());
  if (!view) {
    return html`<main class="frame waiting"><p class="empty">${say("wall.connecting")}</p></main>`;
  }
  const what = view.scene?.what in SCENES ? view.scene.what : "join";
  const Scene = SCENES[what];
  const clock = Boolean(view.phase_ends_at) && !WITHOUT_CLOCK.has(what);
  const corner = Boolean(view.scene?.qr) && what !== "join";
  return html`
    <main class=${`frame frame-${what} ${corner ? "with-corner" : ""} ${clock ? "with-clock" : ""}`}>
      <${Head} title=${WITHOUT_TITLE.has(what) ? "" : view.title} connected=${connected} onLanguage=${spoken} />
      ${clock ? html`<${Clock} endsAt=${view.phase_ends_at} />` : null}
      <div class="stage">
        <${Crossfade} name=${what}><${Scene} view=${view} /><//>
      </div>
      ${corner ? html`<${Corner} view=${view} />` : null}
    </main>
  `;
}
