/** Which dialog is open. One at a time; each keeps its own draft. */

import { html } from "htm/preact";

import { CardsDialog } from "../entry/cards_entry.js";
import { DoctorDialog } from "../settings/doctor.js";
import { GroupDialog } from "../groups/group_form.js";
import { HelpDialog } from "./help.js";
import { HideDialog } from "../topics/hiding.js";
import { MergeDialog } from "../sorting/merging.js";
import { PaperDialog } from "../topics/paper.js";
import { PeopleDialog } from "../people/people.js";
import { SettingsDialog } from "../settings/settings.js";
import { SplitDialog } from "../sorting/split_desk.js";
import { SupportersDialog } from "../groups/supporters.js";
import { TakeHomeDialog } from "../settings/take_home.js";

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
