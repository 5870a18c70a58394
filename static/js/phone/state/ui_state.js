/**
 * What this phone keeps to itself: who acts, what is typed and not sent, what was refused, which
 * part is open. Everything else follows from the server's view.
 */
import { makeId, waitingOutboxes } from "../../shared/outbox.js";
import { connect } from "../../shared/socket.js";
import { createStore } from "../../shared/store.js";
import { language } from "../../shared/wording.js";
import { createNews } from "./act_results.js";
import { createPeople } from "./people.js";

/** A box nobody has a token for yet; what lies in it belongs to whoever comes in. */
const NAMELESS = "new-";
const AT_FIRST = { part: null, sheet: null, phase: null, moved: null, badgeUnknown: false, editing: null, left: false };

/** `boot` says whether this is a badge's page or the kiosk; `keeping` is what the device remembers. */
export function createDesk({ boot, keeping }) {
  const listeners = new Set();
  const lines = new Map();
  const people = createPeople(keeping);
  const outboxes = `${keeping.prefix}outbox.`;

  const desk = {
    people,
    kiosk: boot.kiosk,
    ui: AT_FIRST,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    put(patch) {
      desk.ui = { ...desk.ui, ...patch };
      tell();
    },

    get line() {
      return lines.get(people.acting) ?? null;
    },

    get view() {
      return desk.line?.store.view ?? null;
    },

    /** Acts of whoever acts now that wait, or that no view shows yet: {message, sent}. */
    get pending() {
      const { unseen, link } = desk.line;
      return [...unseen.map(({ message }) => ({ message, sent: true })), ...link.outbox.waiting.map((message) => ({ message, sent: false }))];
    },

    /** How many acts wait on this device, of everybody who uses it. */
    get waitingCount() {
      return [...lines.values()].reduce((sum, { link }) => sum + link.outbox.waiting.filter(isWork).length, 0);
    },

    /** Ask the server as the acting person; it may take as long as the Wi-Fi is away. */
    act(kind, fields = {}) {
      return desk.line.link.act(kind, fields);
    },

    /** Ask for something that changes nothing; resolves to null where nobody answers. */
    inquire(what, fields) {
      return desk.line.link.inquire(what, fields).catch(() => null);
    },

    switchTo(person) {
      people.act(person);
      desk.put({ part: null, sheet: null, editing: null });
      open(person);
      closeIdle();
      globalThis.scrollTo?.(0, 0);
    },

    /** Hand the device to the next person: nobody is known, nothing typed is kept. */
    handOver() {
      for (const { person } of lines.values()) keeping.forgetAll(`draft.${person.token}.`);
      people.forget();
      closeIdle();
      desk.ui = { ...AT_FIRST, left: true };
      tell();
    },

    /** Somebody is there: come in with a token or as a new person. */
    arrive() {
      desk.ui = AT_FIRST;
      open(people.acting);
    },

    draft(name) {
      return keeping.get(draftName(name));
    },

    setDraft(name, value) {
      keeping.set(draftName(name), value === "" ? null : value);
      tell();
    },
  };
  const news = createNews({ desk, keeping, people, changed: tell });
  desk.news = news;

  const draftName = (name) => `draft.${people.acting.token}.${name}`;

  function tell(byOthers = false) {
    for (const listener of listeners) listener(byOthers === true);
  }

  function open(person) {
    if (lines.has(person)) return tell();
    const line = { person, store: createStore(), unseen: [], link: null };
    const { token } = person;
    line.link = connect({
      namespace: "/phone",
      alone: true,
      transports: ["websocket"],
      auth: () => introduce(person),
      admit: (view) => admit(line, view),
      store: line.store,
      storage: keeping.storage,
      outboxName: outboxes + (token ?? NAMELESS + makeId()),
    });
    lines.set(person, line);
    line.store.subscribe((view) => {
      news.seen(line, view);
      tell(true);
    });
    line.link.onStatus(() => tell());
    line.link.outbox.subscribe((waiting, event) => {
      if (event) news.hear(line, event);
      closeIdle();
      tell();
    });
    return tell();
  }

  function introduce(person) {
    const badge = person.badge && !person.token ? person.badge : undefined;
    const token = person.token ?? person.instead?.token ?? null;
    return {
      token,
      language: language(),
      ...(token ? {} : { hello: hello() }),
      ...(badge ? { badge } : {}),
      ...(boot.kiosk ? { kiosk: true } : {}),
    };
  }

  /** What this device says until it has a token: said twice, it is still one person. */
  function hello() {
    const said = keeping.get("hello") ?? makeId();
    keeping.set("hello", said);
    return said;
  }

  /** The server may know this person by another token than the one we came with. */
  function admit(line, view) {
    const { person } = line;
    const { token, notices } = view.me;
    if (person.instead && token === person.instead.token) return withoutBadge(line);
    if (notices.some((notice) => notice.key === "notice.badge_unknown")) delete person.badge;
    if (token === person.token) return undefined;
    if (!person.token && !person.badge && keeping.get("people", []).length) return joinOtherTab(line);
    const left = line.link.outbox.restart(outboxes + token);
    keeping.forgetAll(`draft.${person.token}.`);
    people.know(person, token);
    delete person.instead;
    return news.giveBack(line, left);
  }

  /** Nobody knows the badge of this page: go on as who one is. */
  function withoutBadge(line) {
    const { person } = line;
    people.remove(person);
    desk.ui = { ...desk.ui, badgeUnknown: true };
    goOnAs(line, person.instead);
  }

  /** Another tab of this device was let in while this one asked: be the same person. */
  function joinOtherTab(line) {
    people.remove(line.person);
    people.readAgain();
    goOnAs(line, people.list[0]);
  }

  function goOnAs(line, person) {
    setTimeout(() => {
      line.link.close();
      lines.delete(line.person);
      people.act(person);
      open(person);
    });
  }

  /** A connection stays while its person acts, or something of theirs waits. */
  function closeIdle() {
    for (const [person, line] of lines) {
      if (person === people.acting) continue;
      if (line.link.outbox.waiting.length > 0) continue;
      line.link.close();
      lines.delete(person);
    }
  }

  /** What was left waiting by anybody goes out, whoever acts now. */
  function openWaiting() {
    for (const name of waitingOutboxes(keeping.storage, outboxes)) {
      const token = name.slice(outboxes.length);
      if (token.startsWith(NAMELESS)) continue;
      open(people.list.find((person) => person.token === token) ?? { token, name: "" });
    }
  }

  /** Begin: as the owner of this page's badge, as who acted last, or as somebody new. */
  desk.start = () => {
    const self = people.acting;
    if (boot.badge) {
      const known = people.byBadge(boot.badge) ?? { token: null, name: "", badge: boot.badge };
      if (!known.token && self.token) known.instead = self;
      if (!self.token) people.forget();
      people.add(known);
      people.act(known);
    }
    if (boot.kiosk && !people.acting.token) desk.ui = { ...AT_FIRST, left: true };
    else open(people.acting);
    openWaiting();
  };

  /** Another tab wrote to the page storage. */
  desk.heardStorage = ({ key }) => {
    if (!key?.startsWith(keeping.prefix)) return;
    if (key === `${keeping.prefix}people`) people.readAgain();
    tell();
  };

  return desk;
}

/** What a person would call unsent work: not the marks a screen makes by itself. */
const isWork = (message) => !["dismiss_notice", "set_language"].includes(message.do);
