/** What becomes of acts: the answers, the refusals with their text kept, what no view shows yet. */
import { isSeen, placeOf } from "./pending.js";

const SENT_SHOWN_MS = 4_000;
const UNSEEN_MOST_MS = 4_000;
/** Acts whose text is worth keeping when they are refused. */
const TEXT_OF = { contribute: "text", reword: "text", interview_note: "text", interview_confirm: "text", write_board: "value", flag_broad: "narrower" };
/** Refusals that nobody needs to hear of. */
const SILENT = new Set(["dismiss_notice", "set_language"]);

export function createNews({ desk, keeping, people, changed }) {
  let sentUntil = 0;
  const merged = new Set();

  const name = (line) => `problems.${line.person.token}`;
  const read = (line) => keeping.get(name(line), []);
  const write = (line, problems) => keeping.set(name(line), problems.length ? problems : null);

  function later(ms) {
    setTimeout(changed, ms + 20);
  }

  /** One refusal at the thing it belongs to; several only where each has a text of its own. */
  function refuse(line, message, sentence) {
    const place = placeOf(message);
    const text = message[TEXT_OF[message.do]] ?? "";
    const others = read(line).filter((problem) => problem.place !== place || (text && problem.text && problem.text !== text));
    write(line, [...others, { id: message.id, place, kind: message.do, text, sentence, base: message.base ?? null }].slice(-20));
  }

  function accepted(line, message, answer) {
    sentUntil = Date.now() + SENT_SHOWN_MS;
    later(SENT_SHOWN_MS);
    write(line, read(line).filter((problem) => problem.place !== placeOf(message) || problem.text));
    if (!isSeen(line.store.view, message, answer)) {
      line.unseen = [...line.unseen, { message, answer, until: Date.now() + UNSEEN_MOST_MS }];
      later(UNSEEN_MOST_MS);
    }
    if (message.do === "speak_for") speakFor(message, answer);
    if (message.do === "leave_contact") keeping.set(`draft.${line.person.token}.contact`, null);
    if (message.do === "write_board") wroteBoard(line, message, answer);
  }

  function speakFor(message, answer) {
    const person = people.add({ token: answer.token, name: keeping.get(`speaking.${message.id}`, "") });
    keeping.set(`speaking.${message.id}`, null);
    if (desk.ui.sheet === "people") desk.switchTo(person);
  }

  /** What was typed on while the last text was under way starts from that text. */
  function wroteBoard(line, message, answer) {
    const place = placeOf(message);
    if (answer.merged) merged.add(place);
    const draftName = `draft.${line.person.token}.${place}`;
    const draft = keeping.get(draftName);
    if (draft?.after === message.id) {
      keeping.set(draftName, { text: draft.text, base: answer.merged ? message.base : answer.at });
    }
  }

  return {
    /** Whether something was sent just now. */
    get justSent() {
      return Date.now() < sentUntil;
    },

    hear(line, { message, answer, elsewhere }) {
      if (!message || !answer) return;
      if (answer.ok) accepted(line, message, answer);
      else if (!elsewhere && !SILENT.has(message.do)) refuse(line, message, answer.message);
    },

    /** A new view: forget the acts whose effect it shows. */
    seen(line, view) {
      line.unseen = line.unseen.filter(({ message, answer, until }) => Date.now() < until && !isSeen(view, message, answer));
    },

    /** What could not be sent because the workshop does not know its sender any more. */
    giveBack(line, messages) {
      for (const message of messages) if (message.do === "contribute") refuse(line, message, "");
    },

    /** Refusals at a place, with their texts. */
    at(place) {
      return desk.line ? read(desk.line).filter((problem) => problem.place === place) : [];
    },

    /** All refusals that keep a text or were not seen yet. */
    get all() {
      return desk.line ? read(desk.line) : [];
    },

    dismiss(id) {
      write(desk.line, read(desk.line).filter((problem) => problem.id !== id));
      changed();
    },

    /** Ask for a token for another person; the name stays here. */
    speakForAs(name) {
      desk.act("speak_for");
      const asked = desk.line.link.outbox.waiting.filter((message) => message.do === "speak_for").pop();
      if (asked && name) keeping.set(`speaking.${asked.id}`, name);
      changed();
    },

    wasMerged: (place) => merged.has(place),
    forgetMerged(place) {
      merged.delete(place);
      changed();
    },
  };
}
