/**
 * The state of this phone's screen: who acts, what is typed and not sent, what was refused, which
 * part is open. Everything else follows from the server's view.
 */
import { createActResults } from "./act_results.js";
import { createCarrying } from "./carrying.js";
import { createConnections } from "./connections.js";
import { createPeople } from "./people.js";

const INITIAL_STATE = { part: null, sheet: null, phase: null, moved: null, badgeUnknown: false, codeUnknown: false, editing: null, left: false };

/** `bootstrap` says whether this is a badge's page or the kiosk; `storage` is what the device remembers. */
export function createUiState({ bootstrap, storage }) {
  const listeners = new Set();
  const people = createPeople(storage);
  const draftName = (name) => `draft.${people.acting.token}.${name}`;

  const ui = {
    people,
    kiosk: bootstrap.kiosk,
    forgets: !storage.remembers && !bootstrap.kiosk,
    state: INITIAL_STATE,

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    set(patch) {
      ui.state = { ...ui.state, ...patch };
      notify();
    },

    /** The connection of whoever acts now (connections.js), or null. */
    get connection() {
      return connections.of(people.acting);
    },

    get view() {
      return ui.connection?.store.view ?? null;
    },

    /** Acts of whoever acts now that wait, or that no view shows yet: {message, sent}. */
    get pending() {
      const { unseen, link } = ui.connection;
      return [...unseen.map(({ message }) => ({ message, sent: true })), ...link.outbox.waiting.map((message) => ({ message, sent: false }))];
    },

    /** How many acts wait on this device, of everybody who uses it. */
    get waitingCount() {
      return connections.all.reduce((sum, { link }) => sum + link.outbox.waiting.filter(isWork).length, 0);
    },

    /** Whether the server answers nobody on this device, though it is connected. */
    get overdue() {
      return connections.all.some(({ link }) => link.outbox.overdue);
    },

    /** Ask the server as the acting person; it may take as long as the Wi-Fi is away. */
    act(kind, fields = {}) {
      return ui.connection.link.act(kind, fields);
    },

    /** Ask for something that changes nothing; resolves to null where nobody answers. */
    inquire(what, fields) {
      return ui.connection.link.inquire(what, fields).catch(() => null);
    },

    switchTo(person) {
      people.actAs(person);
      ui.set({ part: null, sheet: null, editing: null });
      connections.connect(person);
      connections.closeUnused();
      globalThis.scrollTo?.(0, 0);
    },

    /** Hand the device to the next person: nobody is known, nothing typed is kept. */
    handOver() {
      for (const { person } of connections.all) storage.forgetAll(`draft.${person.token}.`);
      people.forget();
      connections.closeUnused();
      ui.state = { ...INITIAL_STATE, left: true };
      notify();
    },

    /** Somebody begins at the kiosk: connect as a new person. */
    enter() {
      ui.state = INITIAL_STATE;
      connections.connect(people.acting);
    },

    draft(name) {
      return storage.get(draftName(name));
    },

    setDraft(name, value) {
      storage.set(draftName(name), value === "" ? null : value);
      notify();
    },

    /** Connect as the owner of this page's badge, as who acted last, or as somebody new. */
    start() {
      carrying.adopt();
      if (!people.acting.token) connections.sayHello();
      const going = carrying.bringNewcomer();
      if (going) going.then((gone) => gone || begin());
      else begin();
    },

    /** Another tab wrote to the page storage (a `storage` event). */
    onStorage({ key }) {
      if (!key?.startsWith(storage.prefix)) return;
      if (key === `${storage.prefix}people`) people.readAgain();
      notify();
    },
  };

  const carrying = createCarrying({ ui, bootstrap, storage, people });
  const results = createActResults({ ui, storage, people, changed: notify });
  ui.results = results;
  const connections = createConnections({
    bootstrap,
    storage,
    people,
    on: {
      answer: results.onAnswer,
      view: (connection, view) => {
        results.onView(connection, view);
        if (connection === ui.connection) carrying.onView(view);
      },
      unsent: results.returnUnsent,
      unknownBadge: () => (ui.state = { ...ui.state, badgeUnknown: true }),
      change: notify,
    },
  });

  function begin() {
    if (bootstrap.badge) actAsOwnerOf(bootstrap.badge);
    if (bootstrap.kiosk && !people.acting.token) ui.state = { ...INITIAL_STATE, left: true };
    else connections.connect(people.acting);
    connections.connectWaiting();
  }

  function notify(byOthers = false) {
    for (const listener of listeners) listener(byOthers === true);
  }

  function actAsOwnerOf(badge) {
    const self = people.acting;
    const owner = people.byBadge(badge) ?? { token: null, name: "", badge };
    if (!owner.token && self.token) owner.instead = self;
    if (!self.token) people.forget();
    people.add(owner);
    people.actAs(owner);
  }

  return ui;
}

/** What a person would call unsent work: not the acts that a screen sends by itself. */
const isWork = (message) => !["dismiss_notice", "set_language"].includes(message.do);
