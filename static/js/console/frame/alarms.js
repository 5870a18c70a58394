/** What the server warns of before it hurts: calm lines that can be put aside, and the last backup. */

import { html } from "htm/preact";

import { language, say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";

/** One alarm put aside stays away until what it is about is another: another folder, not another number. */
const nameOf = ({ key, gaps }) => `${key} ${gaps.folder ?? ""}`;

/** Those still to be shown. Whatever is over is forgotten, so that it is shown when it comes again. */
export function shownAlarms(alarms, aside) {
  return alarms.filter((alarm) => !aside.includes(nameOf(alarm)));
}

export function asideAfter(alarms, aside, gone) {
  const there = alarms.map(nameOf);
  return [...aside.filter((name) => there.includes(name)), nameOf(gone)];
}

export function Alarms({ desk, view }) {
  const alarms = view.alarms ?? [];
  const shown = shownAlarms(alarms, desk.ui.aside);
  return html`
    <div class="alarms" role="status" aria-label=${say("console.alarms.label")}>
      ${shown.map(
        (alarm) => html`<p key=${nameOf(alarm)}>
          <span>${say(alarm.key, alarm.gaps)}</span>
          <button type="button" class="plain" onClick=${() => desk.put({ aside: asideAfter(alarms, desk.ui.aside, alarm) })}>
            ${say("console.alarms.aside")}
          </button>
        </p>`,
      )}
    </div>
  `;
}

/** The last moment up to which everything lies in a backup: [when, whether all folders are well]. */
export function lastBackup(backup) {
  const folders = backup?.folders ?? [];
  const checked = folders.filter((folder) => folder.well && folder.checked_at).map((folder) => folder.checked_at);
  return [checked.sort().at(-1) ?? null, folders.every((folder) => folder.well)];
}

/** The last backup, always in sight; it opens the doctor. */
export function LastBackup({ desk, backup }) {
  const [at, well] = lastBackup(backup);
  const time = at && new Date(at).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
  const said = [at ? say("console.backup.at", { time }) : say("console.backup.none")];
  if (!well) said.push(say("console.backup.failing"));
  return html`<button type="button" class="plain backup ${well ? "" : "failing"}" onClick=${() => desk.open("doctor")}>
    <${Icon} name=${well && at ? "check" : "clock"} />${said.join(". ")}
  </button>`;
}
