/** The dialog that is open, one at a time. */

import { html } from "htm/preact";

import { CardsDialog } from "../entry/cards_dialog.js";
import { DoctorDialog } from "../settings/doctor_dialog.js";
import { GroupDialog } from "../groups/group_dialog.js";
import { HelpDialog } from "./help_dialog.js";
import { HideDialog } from "../topics/hide_dialog.js";
import { MergeDialog } from "../sorting/merge_dialog.js";
import { PaperDialog } from "../topics/paper_dots_dialog.js";
import { PeopleDialog } from "../people/people_dialog.js";
import { SettingsDialog } from "../settings/settings_dialog.js";
import { SplitDialog } from "../sorting/split_desk.js";
import { SupportersDialog } from "../groups/supporters_dialog.js";
import { TakeHomeDialog } from "../settings/take_home_dialog.js";

const DIALOGS = {
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

export function OpenDialog({ ui, view }) {
  const { name, ...more } = ui.state.dialog ?? {};
  const Dialog = DIALOGS[name];
  return Dialog ? html`<${Dialog} key=${name} ui=${ui} view=${view} ...${more} />` : null;
}
