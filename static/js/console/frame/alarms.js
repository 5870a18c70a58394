/** Warnings of the server, each a line that can be dismissed, and the time of the last backup. */

import { html } from "htm/preact";

import { language, say } from "../../shared/wording.js";
import { Icon } from "../shared/icons.js";
import { keepsValues } from "../shared/storage.js";

/** What an alarm is about: its kind and folder. A dismissed one stays hidden while only its numbers change. */
const alarmId = ({ key, gaps }) => `${key} ${gaps.folder ?? ""}`;

/** The alarms nobody has dismissed. */
export function visibleAlarms(alarms, dismissed) {
  return alarms.filter((alarm) => !dismissed.includes(alarmId(alarm)));
}

/** The ids of dismissed alarms after `gone` is dismissed; those of alarms that are over are dropped. */
export function dismissedAfter(alarms, dismissed, gone) {
  const there = alarms.map(alarmId);
  return [...dismissed.filter((name) => there.includes(name)), alarmId(gone)];
}

/** What this browser cannot do, found out once. */
const OF_THIS_BROWSER = keepsValues() ? [] : [{ key: "console.alarm.no_storage", gaps: {} }];

export function Alarms({ ui, view }) {
  const alarms = [...(view.alarms ?? []), ...OF_THIS_BROWSER];
  const shown = visibleAlarms(alarms, ui.state.dismissedAlarms);
  return html`
    <div class="alarms" role="status" aria-label=${say("console.alarms.label")}>
      ${shown.map(
        (alarm) => html`<p key=${alarmId(alarm)}>
          <span>${say(alarm.key, alarm.gaps)}</span>
          <button type="button" class="plain" onClick=${() => ui.set({ dismissedAlarms: dismissedAfter(alarms, ui.state.dismissedAlarms, alarm) })}>
            ${say("console.alarms.aside")}
          </button>
        </p>`,
      )}
    </div>
  `;
}

/** The last moment up to which everything lies in a backup: [ISO time or null, whether all folders are well]. */
export function lastBackup(backup) {
  const folders = backup?.folders ?? [];
  const checked = folders.filter((folder) => folder.well && folder.checked_at).map((folder) => folder.checked_at);
  return [checked.sort().slice(-1)[0] ?? null, folders.every((folder) => folder.well)];
}

/** The last backup, always in sight; it opens the doctor. */
export function LastBackup({ ui, backup }) {
  const [at, well] = lastBackup(backup);
  const time = at && new Date(at).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
  const said = [at ? say("console.backup.at", { time }) : say("console.backup.none")];
  if (!well) said.push(say("console.backup.failing"));
  return html`<button type="button" class="plain backup ${well ? "" : "failing"}" onClick=${() => ui.openDialog("doctor")}>
    <${Icon} name=${well && at ? "check" : "clock"} />${said.join(". ")}
  </button>`;
}
