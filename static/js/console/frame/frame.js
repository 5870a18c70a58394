/** The fixed frame of the console: agenda, workspace of the phase, wall remote, history. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { language, say } from "../../shared/wording.js";
import { Agenda } from "../agenda/agenda.js";
import { Alarms, LastBackup } from "./alarms.js";
import { Arrival } from "../people/arrival.js";
import { BadgeSheet } from "../people/badges.js";
import { TopicBoard } from "../topics/topic_board.js";
import { Boards } from "../groups/boards.js";
import { Groups } from "../groups/group_list.js";
import { History, redo, undo } from "../history/history.js";
import { OpenEnds } from "../groups/open_ends.js";
import { cardOrderOf, tabOf, TABS } from "../agenda/phases.js";
import { InterviewQuestions } from "../agenda/interview_questions.js";
import { Suggestions } from "../sorting/suggestions.js";
import { Topbar } from "./topbar.js";
import { shortcutOf } from "../history/undo_redo.js";
import { VotingProgress } from "../agenda/voting_progress.js";
import { WallRemote } from "../wall/wall_remote.js";
import { OpenDialog } from "./open_dialog.js";
import { usePresence } from "../shared/presence.js";

/** Phases in which suggestions stand beside the board. */
const PHASES_WITH_SUGGESTIONS = new Set(["interview", "collect", "sort"]);

export function Frame({ ui, view, status }) {
  useShortcuts(ui);
  usePresence(ui, status.connected);
  useEffect(() => {
    if (ui.state.tabPhase === view.phase) return;
    ui.set({ tabPhase: view.phase, tab: tabOf(view.phase), order: cardOrderOf(view.phase) });
  }, [view.phase]);
  useEffect(() => {
    document.title = say("console.page_title", { title: view.title });
  }, [view.title, language()]);
  const tab = ui.state.tabPhase === view.phase ? ui.state.tab : tabOf(view.phase);

  return html`
    <${Topbar} ui=${ui} view=${view} status=${status} />
    <${Alarms} ui=${ui} view=${view} />
    <${Agenda} ui=${ui} view=${view} />
    <main class="workspace">
      <${Tabs} tab=${tab} ui=${ui} view=${view} />
      <${Workspace} tab=${tab} ui=${ui} view=${view} />
      <${Announcement} announcement=${ui.state.announcement} />
    </main>
    <aside class="right">
      <${WallRemote} ui=${ui} view=${view} />
      <${History} ui=${ui} view=${view} />
      <${LastBackup} ui=${ui} backup=${view.backup} />
    </aside>
    <${OpenDialog} ui=${ui} view=${view} />
    <${BadgeSheet} codes=${ui.state.printedBadges} view=${view} />
  `;
}

function Tabs({ tab, ui, view }) {
  const counts = {
    topics: Object.values(view.topics).filter((topic) => topic.state !== "hidden").length,
    groups: Object.keys(view.groups).length,
  };
  return html`<nav class="tabs" aria-label=${say("console.tab.label")}>
    ${TABS.map(
      (name) => html`<button
        type="button"
        key=${name}
        aria-current=${tab === name ? "page" : undefined}
        onClick=${() => ui.set({ tab: name })}
      >
        ${say(`console.tab.${name}`)} ${counts[name] !== undefined && html`<b>${counts[name]}</b>`}
      </button>`,
    )}
  </nav>`;
}

function Workspace({ tab, ui, view }) {
  switch (tab) {
    case "arrive":
      return html`<${Arrival} ui=${ui} view=${view} />`;
    case "boards":
      return html`<${Boards} ui=${ui} view=${view} />`;
    case "ends":
      return html`<${OpenEnds} ui=${ui} view=${view} />`;
    default:
      return html`<div class="with-side">
        <${TopicBoard} ui=${ui} view=${view} narrow=${tab !== "topics"}>
          ${view.phase === "vote" && html`<${VotingProgress} ui=${ui} view=${view} />`}
        </${TopicBoard}>
        ${tab === "topics" && PHASES_WITH_SUGGESTIONS.has(view.phase) && html`<${Suggestions} ui=${ui} view=${view} />`}
        ${tab === "groups" && html`<${Groups} ui=${ui} view=${view} />`}
        ${tab === "questions" && html`<${InterviewQuestions} ui=${ui} view=${view} />`}
      </div>`;
  }
}

function Announcement({ announcement }) {
  return html`<div class="announcement-area" role="status">
    ${announcement && html`<p class="announcement ${announcement.tone}">${announcement.text}</p>`}
  </div>`;
}

/** Undo and redo everywhere except in a field, where the browser's own undo belongs. */
function useShortcuts(ui) {
  useEffect(() => {
    const press = (event) => {
      if (event.target.closest("input, textarea, select")) return;
      const shortcut = shortcutOf(event);
      if (shortcut && !ui.state.dialog) {
        event.preventDefault();
        return shortcut === "undo" ? undo(ui) : redo(ui);
      }
      if (ui.state.dialog || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") ui.openDialog("help");
      else if (event.key.toLowerCase() === "k") {
        event.preventDefault();
        ui.openDialog("cards");
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
