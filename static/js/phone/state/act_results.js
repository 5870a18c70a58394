/** What becomes of acts: their answers, refusals with the refused text, answered acts that no view shows yet. */
import { isInView, placeOf } from "./pending.js";

const SENT_SHOWN_MS = 4_000;
const UNSEEN_MOST_MS = 4_000;
/** Acts whose text is kept when they are refused, and the field it is in. */
const TEXT_OF = { contribute: "text", reword: "text", interview_note: "text", interview_confirm: "text", write_board: "value", flag_broad: "narrower" };
/** Acts that a screen sends by itself: their refusals are not shown. */
const SILENT = new Set(["dismiss_notice", "set_language"]);

export function createActResults({ ui, storage, people, changed }) {
  let sentUntil = 0;
  const merged = new Set();

  const name = (connection) => `problems.${connection.person.token}`;
  const read = (connection) => storage.get(name(connection), []);
  const write = (connection, problems) => storage.set(name(connection), problems.length ? problems : null);

  function redrawAfter(ms) {
    setTimeout(changed, ms + 20);
  }

  /** One refusal at the thing it belongs to; several only where each has a text of its own. */
  function refused(connection, message, sentence) {
    const place = placeOf(message);
    const text = message[TEXT_OF[message.do]] ?? "";
    const others = read(connection).filter((problem) => problem.place !== place || (text && problem.text && problem.text !== text));
    write(connection, [...others, { id: message.id, place, kind: message.do, text, sentence, base: message.base ?? null }].slice(-20));
  }

  function accepted(connection, message, answer) {
    sentUntil = Date.now() + SENT_SHOWN_MS;
    redrawAfter(SENT_SHOWN_MS);
    write(connection, read(connection).filter((problem) => problem.place !== placeOf(message) || problem.text));
    if (!isInView(connection.store.view, message, answer)) {
      connection.unseen = [...connection.unseen, { message, answer, until: Date.now() + UNSEEN_MOST_MS }];
      redrawAfter(UNSEEN_MOST_MS);
    }
    if (message.do === "speak_for") addPerson(message, answer);
    if (message.do === "leave_contact") storage.set(`draft.${connection.person.token}.contact`, null);
    if (message.do === "write_board") rebaseDraft(connection, message, answer);
  }

  function addPerson(message, answer) {
    const person = people.add({ token: answer.token, name: storage.get(`speaking.${message.id}`, "") });
    storage.set(`speaking.${message.id}`, null);
    if (ui.state.sheet === "people") ui.switchTo(person);
  }

  /** A board text typed while the last one was being sent starts from the sent one. */
  function rebaseDraft(connection, message, answer) {
    const place = placeOf(message);
    if (answer.merged) merged.add(place);
    const draftName = `draft.${connection.person.token}.${place}`;
    const draft = storage.get(draftName);
    if (draft?.after === message.id) {
      storage.set(draftName, { text: draft.text, base: answer.merged ? message.base : answer.at });
    }
  }

  return {
    /** Whether something was sent within the last seconds. */
    get justSent() {
      return Date.now() < sentUntil;
    },

    /** An outbox event: `answeredElsewhere` means that another tab got the answer. */
    onAnswer(connection, { message, answer, answeredElsewhere }) {
      if (!message || !answer) return;
      if (answer.ok) accepted(connection, message, answer);
      else if (!answeredElsewhere && !SILENT.has(message.do)) refused(connection, message, answer.message);
    },

    /** A new view: forget the acts whose effect it shows. */
    onView(connection, view) {
      connection.unseen = connection.unseen.filter(({ message, answer, until }) => Date.now() < until && !isInView(view, message, answer));
    },

    /** Acts that cannot be sent because the workshop does not know their sender any more: keep the texts. */
    returnUnsent(connection, messages) {
      for (const message of messages) if (message.do === "contribute") refused(connection, message, "");
    },

    /** Refusals at a place, with their texts. */
    atPlace(place) {
      return ui.connection ? read(ui.connection).filter((problem) => problem.place === place) : [];
    },

    /** All refusals that keep a text or were not dismissed yet. */
    get all() {
      return ui.connection ? read(ui.connection) : [];
    },

    dismiss(id) {
      write(ui.connection, read(ui.connection).filter((problem) => problem.id !== id));
      changed();
    },

    /** Ask for a token for another person; the name stays on this device. */
    speakForAs(name) {
      ui.act("speak_for");
      const asked = ui.connection.link.outbox.waiting.filter((message) => message.do === "speak_for").pop();
      if (asked && name) storage.set(`speaking.${asked.id}`, name);
      changed();
    },

    wasMerged: (place) => merged.has(place),
    forgetMerged(place) {
      merged.delete(place);
      changed();
    },
  };
}
