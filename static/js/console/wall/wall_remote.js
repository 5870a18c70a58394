/** The wall's remote control: scene, join code in the corner, visibility of the counts. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { WallPreview } from "./wall_preview.js";

export const SCENES = [
  "join", "questions", "cloud", "topics", "result", "groups", "boards", "open_ends", "thanks", "blank",
];

export function WallRemote({ ui, view }) {
  const { scene } = view;
  const show = (what) => ui.act("show_on_wall", { what, qr: scene.qr });
  const revealed = view.counts === "revealed";
  return html`
    <section class="remote" aria-labelledby="remote-title">
      <h2 id="remote-title">
        <${Icon} name="wall" />${say("console.wall.label")}
        <a href="/wall" target="_blank" rel="noopener">${say("console.wall.open")}</a>
      </h2>
      <${WallPreview} view=${view} />
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked=${scene.follows}
        onClick=${() => show(scene.follows ? scene.what : "auto")}
      >
        <span class="knob" aria-hidden="true"></span>${say("console.wall.follows")}
      </button>
      <div class="scenes" role="group" aria-label=${say("console.wall.scenes")}>
        ${SCENES.map(
          (what) => html`<button
            type="button"
            key=${what}
            aria-pressed=${scene.what === what}
            onClick=${() => show(what)}
          >
            ${say(`console.scene.${what}`)}
          </button>`,
        )}
      </div>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked=${scene.qr}
        onClick=${() => ui.act("show_on_wall", { what: scene.follows ? "auto" : scene.what, qr: !scene.qr })}
      >
        <span class="knob" aria-hidden="true"></span>${say("console.wall.qr")}
      </button>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked=${revealed}
        onClick=${() => ui.act("reveal", { counts: !revealed }, say(revealed ? "console.wall.covered" : "console.wall.revealed"))}
      >
        <span class="knob" aria-hidden="true"></span>${say("console.wall.counts")}
      </button>
    </section>
  `;
}
