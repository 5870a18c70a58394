/**
 * What the screen shows while acts are under way. `pending` is a list of {message, sent}, in
 * order: acts that wait, and acts answered whose effect no view has brought yet (`sent`).
 */

/** Acts whose effect comes with the topics and groups rather than with one's own part. */
const SHARED = new Set(["reword", "write_board", "interview_note"]);

/** Whether a view includes what the act with this message and answer did. */
export function isInView(view, message, answer) {
  if (!view) return false;
  const at = SHARED.has(message.do) ? view.at : (view.me?.at ?? 0);
  return at >= (answer.at ?? 0);
}

/** Where a refusal of this act belongs on the screen. */
export function placeOf(message) {
  switch (message.do) {
    case "reword":
    case "withdraw":
      return `contribution:${message.contribution}`;
    case "place_dot":
    case "take_dot":
    case "flag_broad":
    case "show_interest":
    case "withdraw_interest":
      return `topic:${message.topic}`;
    case "join_group":
    case "leave_group":
      return "groups";
    case "write_board":
      return `board:${message.group}:${message.field}`;
    case "interview_confirm":
    case "interview_decline":
      return `note:${message.note}`;
    case "leave_contact":
    case "erase_contact":
      return "contact";
    default:
      return message.do;
  }
}

/** The parts of the screen that show what is refused at a place. */
export function partsOf(place) {
  const [what] = place.split(":");
  return PARTS_OF[what] ?? [];
}

const PARTS_OF = {
  contribute: ["collect"],
  contribution: ["collect", "mine"],
  topic: ["topics", "vote", "open_ends", "close"],
  note: ["interview"],
  interview_note: ["interview"],
  interview_start: ["interview"],
  groups: ["groups"],
  board: ["board"],
  contact: ["contact"],
  offer_help: ["help"],
};

/**
 * The ballot as it will be: `on[topic]` is {dots, unsent} for each topic with dots or acts, `hand`
 * what is left. Acts that the server will refuse (empty hand, cap) are left out.
 */
export function ballot(me, pending) {
  const on = {};
  for (const [topic, dots] of Object.entries(me.dots)) on[topic] = { dots, unsent: 0 };
  let { hand } = me;
  for (const { message, sent } of pending) {
    const at = on[message.topic] ?? { dots: 0, unsent: 0 };
    if (message.do === "place_dot" && hand > 0 && at.dots < me.cap) {
      on[message.topic] = { dots: at.dots + 1, unsent: at.unsent + (sent ? 0 : 1) };
      hand -= 1;
    } else if (message.do === "take_dot" && at.dots > 0) {
      on[message.topic] = { dots: at.dots - 1, unsent: Math.max(0, at.unsent - 1) };
      hand += 1;
    }
  }
  return { on, hand };
}

/** Where each contribution is: id → {contribution, topics}, hidden ones included. */
export function contributionsIn(topics) {
  const found = new Map();
  for (const topic of Object.values(topics)) {
    for (const contribution of topic.contributions) {
      const known = found.get(contribution.id);
      if (known) known.topics.push(topic);
      else found.set(contribution.id, { contribution, topics: [topic] });
    }
  }
  return found;
}

/**
 * One's own contributions, newest first: {id, text, topics, waits, withdrawing}. One that waits in
 * the outbox has the act's id; `waits` says that something about it is not sent yet.
 */
export function ownContributions(view, pending) {
  const { me } = view;
  const found = contributionsIn({ ...view.topics, ...me.hidden });
  const own = me.contributions.map((id) => {
    const { contribution, topics } = found.get(id) ?? { contribution: { text: "" }, topics: [] };
    const acts = pending.filter(({ message }) => message.contribution === id);
    const words = acts.filter(({ message }) => message.do === "reword");
    const text = words.length ? words[words.length - 1].message.text.trim() : contribution.text;
    return {
      id,
      text,
      topics,
      waits: acts.some(({ sent }) => !sent),
      withdrawing: acts.some(({ message }) => message.do === "withdraw"),
    };
  });
  const coming = pending
    .filter(({ message }) => message.do === "contribute" || message.do === "interview_confirm")
    .map(({ message, sent }) => ({ id: message.id, text: message.text.trim(), topics: [], waits: !sent, coming: true }));
  return [...own, ...coming.filter((said) => !isThere(said, own))].reverse();
}

/**
 * Whether something unsent stands on the board already: the answer to it was lost, as when a page is
 * loaded anew. Then the one that is there waits, rather than being seen twice.
 */
function isThere(said, own) {
  const twin = said.waits && own.find(({ text, waits }) => text === said.text && !waits);
  if (twin) twin.waits = true;
  return Boolean(twin);
}

/** The last pending act of a kind, or of one of several, for which `fits(message)` holds, or null. */
export function lastPending(pending, kinds, fits = () => true) {
  const fitting = pending.filter(({ message }) => [kinds].flat().includes(message.do) && fits(message));
  return fitting.length ? fitting[fitting.length - 1] : null;
}
