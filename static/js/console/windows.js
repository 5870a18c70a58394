/** Which dialog is open. One at a time; each keeps its own draft. */

import { html } from "htm/preact";

import { CardsDialog } from "./cards_entry.js";
import { DoctorDialog } from "./doctor.js";
import { GroupDialog } from "./group_form.js";
import { HelpDialog } from "./help.js";
import { HideDialog } from "./hiding.js";
import { MergeDialog } from "./merging.js";
import { PaperDialog } from "./paper.js";
import { PeopleDialog } from "./people.js";
import { SettingsDialog } from "./settings.js";
import { SplitDialog } from "./split_desk.js";
import { SupportersDialog } from "./supporters.js";
import { TakeHomeDialog } from "./take_home.js";

const WINDOWS = {
  cards: CardsDialog,
  doctor: DoctorDialog,
  group: GroupDialog,
  help: HelpDialog,
  hide: HideDialog,
  merge: MergeDialog,
  paper: PaperDialog,
  people: PeopleDialog,
  settings: SettingsDialog,
  split: SplitDialog,
  supporters: SupportersDialog,
  take_home: TakeHomeDialog,
};

export function Windows({ desk, view }) {
  const { name, ...more } = desk.ui.dialog ?? {};
  const Window = WINDOWS[name];
  return Window ? html`<${Window} key=${name} desk=${desk} view=${view} ...${more} />` : null;
}
