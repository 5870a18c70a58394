/**
 * The connections of this device: one for each person who acts on it or has something unsent.
 * A connection is {person, store, link, unseen}: `link` is the Socket.IO connection with its outbox,
 * `unseen` the acts that were answered but whose effect no view has brought yet.
 */
import { makeId, waitingOutboxes } from "../../shared/outbox.js";
import { connect } from "../../shared/socket.js";
import { createStore } from "../../shared/store.js";
import { language } from "../../shared/wording.js";

/** Begins the outbox name of a person without a token; its acts belong to whoever gets the token. */
const NAMELESS = "new-";

/**
 * `on` holds what the rest of the phone does: `answer(connection, event)` for an act and its answer,
 * `view(connection, view)`, `unsent(connection, messages)` for acts whose sender the server has
 * forgotten, `unknownBadge()`, and `change(byOthers)` to draw anew.
 */
export function createConnections({ bootstrap, storage, people, on }) {
  const open = new Map();
  const outboxes = `${storage.prefix}outbox.`;

  const connections = {
    /** Tabs that are opened at one instant say the same: each reads again when it connects. */
    sayHello: () => hello(),

    get all() {
      return [...open.values()];
    },

    of(person) {
      return open.get(person) ?? null;
    },

    /** Connect this person, unless they are connected already. */
    connect(person) {
      if (!open.has(person)) start(person);
      on.change();
    },

    /** A connection stays while its person acts, or something of theirs waits. */
    closeUnused() {
      for (const [person, connection] of open) {
        if (person === people.acting || connection.link.outbox.waiting.length > 0) continue;
        connection.link.close();
        open.delete(person);
      }
    },

    /** Connect everybody who left something unsent on this device, whoever acts now. */
    connectWaiting() {
      for (const name of waitingOutboxes(storage.web, outboxes)) {
        const token = name.slice(outboxes.length);
        if (token.startsWith(NAMELESS)) continue;
        connections.connect(people.list.find((person) => person.token === token) ?? { token, name: "" });
      }
    },
  };

  function start(person) {
    const connection = { person, store: createStore(), unseen: [], link: null };
    connection.link = connect({
      namespace: "/phone",
      forceNew: true,
      transports: ["websocket"],
      auth: () => authOf(person),
      beforeView: (view) => identify(connection, view),
      store: connection.store,
      storage: storage.web,
      outboxName: outboxes + (person.token ?? NAMELESS + makeId()),
    });
    open.set(person, connection);
    connection.store.subscribe((view) => {
      on.view(connection, view);
      on.change(true);
    });
    connection.link.onStatus(() => on.change());
    connection.link.outbox.subscribe((waiting, event) => {
      if (event) on.answer(connection, event);
      connections.closeUnused();
      on.change();
    });
  }

  function authOf(person) {
    const badge = person.badge && !person.token ? person.badge : undefined;
    const token = person.token ?? person.instead?.token ?? null;
    return {
      token,
      language: language(),
      ...(token ? {} : { hello: hello() }),
      ...(badge ? { badge } : {}),
      ...(bootstrap.kiosk ? { kiosk: true } : {}),
    };
  }

  /** An id that stands for this device until it has a token: said twice, it is still one person. */
  function hello() {
    const id = storage.get("hello") ?? makeId();
    storage.set("hello", id);
    return id;
  }

  /** The server may know this person by another token than the one the phone sent. */
  function identify(connection, view) {
    const { person } = connection;
    const { token, notices } = view.me;
    if (person.instead && token === person.instead.token) return withoutBadge(connection);
    if (notices.some((notice) => notice.key === "notice.badge_unknown")) delete person.badge;
    if (token === person.token) return undefined;
    if (!person.token && !person.badge && storage.get("people", []).length) return asOtherTab(connection);
    const unsent = connection.link.outbox.restart(outboxes + token);
    storage.forgetAll(`draft.${person.token}.`);
    people.setToken(person, token);
    delete person.instead;
    return on.unsent(connection, unsent);
  }

  /** Nobody knows the badge of this page: go on as who one is. */
  function withoutBadge(connection) {
    const { person } = connection;
    people.remove(person);
    on.unknownBadge();
    replace(connection, person.instead);
  }

  /** Another tab of this device got a token while this one asked for one: be the same person. */
  function asOtherTab(connection) {
    people.remove(connection.person);
    people.readAgain();
    replace(connection, people.list[0]);
  }

  function replace(connection, person) {
    setTimeout(() => {
      connection.link.close();
      open.delete(connection.person);
      people.actAs(person);
      connections.connect(person);
    });
  }

  return connections;
}
