/** The frame that never moves: agenda, desk of the phase, wall remote with the history below. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";

import { language, say } from "../../shared/wording.js";
import { Agenda } from "../agenda/agenda.js";
import { Alarms, LastBackup } from "./alarms.js";
import { Arrive } from "../people/arrival.js";
import { BadgeSheet } from "../people/badges.js";
import { Board } from "../topics/topic_board.js";
import { Boards } from "../groups/boards.js";
import { Groups } from "../groups/group_list.js";
import { History, redo, undo } from "../history/history.js";
import { OpenEnds } from "../groups/open_ends.js";
import { deskOf, orderOf, TABS } from "../agenda/phases.js";
import { Questions } from "../agenda/interview_questions.js";
import { Suggestions } from "../sorting/suggestions.js";
import { Topbar } from "./topbar.js";
import { undoKey } from "../history/undo_redo.js";
import { Voting } from "../agenda/voting_progress.js";
import { WallRemote } from "../wall/wall_remote.js";
import { Windows } from "./open_dialog.js";
import { useWorking } from "../shared/presence.js";

/** Phases in which suggestions stand beside the board. */
const SORTING = new Set(["interview", "collect", "sort"]);

export function Frame({ desk, view, status }) {
  useKeys(desk);
  useWorking(desk, status.connected);
  useEffect(() => {
    if (desk.ui.tabPhase === view.phase) return;
    desk.put({ tabPhase: view.phase, tab: deskOf(view.phase), order: orderOf(view.phase) });
  }, [view.phase]);
  useEffect(() => {
    document.title = say("console.page_title", { title: view.title });
  }, [view.title, language()]);
  const tab = desk.ui.tabPhase === view.phase ? desk.ui.tab : deskOf(view.phase);

  return html`
    <${Topbar} desk=${desk} view=${view} status=${status} />
    <${Alarms} desk=${desk} view=${view} />
    <${Agenda} desk=${desk} view=${view} />
    <main class="desk">
      <${Tabs} tab=${tab} desk=${desk} view=${view} />
      <${Desk} tab=${tab} desk=${desk} view=${view} />
      <${Said} said=${desk.ui.said} />
    </main>
    <aside class="right">
      <${WallRemote} desk=${desk} view=${view} />
      <${History} desk=${desk} view=${view} />
      <${LastBackup} desk=${desk} backup=${view.backup} />
    </aside>
    <${Windows} desk=${desk} view=${view} />
    <${BadgeSheet} codes=${desk.ui.sheet} view=${view} />
  `;
}

function Tabs({ tab, desk, view }) {
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
        onClick=${() => desk.put({ tab: name })}
      >
        ${say(`console.tab.${name}`)} ${counts[name] !== undefined && html`<b>${counts[name]}</b>`}
      </button>`,
    )}
  </nav>`;
}

function Desk({ tab, desk, view }) {
  switch (tab) {
    case "arrive":
      return html`<${Arrive} desk=${desk} view=${view} />`;
    case "boards":
      return html`<${Boards} desk=${desk} view=${view} />`;
    case "ends":
      return html`<${OpenEnds} desk=${desk} view=${view} />`;
    default:
      return html`<div class="with-side">
        <${Board} desk=${desk} view=${view} narrow=${tab !== "topics"}>
          ${view.phase === "vote" && html`<${Voting} desk=${desk} view=${view} />`}
        </${Board}>
        ${tab === "topics" && SORTING.has(view.phase) && html`<${Suggestions} desk=${desk} view=${view} />`}
        ${tab === "groups" && html`<${Groups} desk=${desk} view=${view} />`}
        ${tab === "questions" && html`<${Questions} desk=${desk} view=${view} />`}
      </div>`;
  }
}

function Said({ said }) {
  return html`<div class="said-place" role="status">
    ${said && html`<p class="said ${said.tone}">${said.text}</p>`}
  </div>`;
}

/** Undo and redo everywhere except in a field, where the browser's own undo belongs. */
function useKeys(desk) {
  useEffect(() => {
    const press = (event) => {
      if (event.target.closest("input, textarea, select")) return;
      const turn = undoKey(event);
      if (turn && !desk.ui.dialog) {
        event.preventDefault();
        return turn === "undo" ? undo(desk) : redo(desk);
      }
      if (desk.ui.dialog || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "?") desk.open("help");
      else if (event.key.toLowerCase() === "k") {
        event.preventDefault();
        desk.open("cards");
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
