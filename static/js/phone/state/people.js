/**
 * The people who use this device: oneself first, then those one speaks for. Each has a token of
 * the server's (null until the first view brings it), a name that stays on this device, and the
 * code of the badge they came with. `acting` is whoever the screen belongs to now.
 */
export function createPeople(storage) {
  let { list, acting } = read();

  function read() {
    const list = storage.get("people", []);
    const known = Array.isArray(list) ? list.filter((person) => typeof person?.token === "string") : [];
    return { list: known, acting: storage.get("acting") };
  }

  function write() {
    storage.set("people", list.filter((person) => person.token));
    storage.set("acting", people.acting.token);
  }

  const people = {
    get list() {
      return list;
    },

    /** Who acts now; there is always somebody. */
    get acting() {
      if (list.length === 0) list = [{ token: null, name: "" }];
      return list.find((person) => person.token === acting) ?? list[0];
    },

    byBadge(code) {
      return list.find((person) => person.badge === code) ?? null;
    },

    add(person) {
      const known = person.token && list.find((other) => other.token === person.token);
      if (known) return known;
      list = [...list, person];
      write();
      return person;
    },

    remove(person) {
      list = list.filter((other) => other !== person);
      write();
    },

    /** Be these people from now on, the first of them oneself; whoever was here before stays, behind. */
    takeOver(tokens) {
      const led = tokens.map((token) => list.find((person) => person.token === token) ?? { token, name: "" });
      list = [...led, ...list.filter((person) => person.token && !led.includes(person))];
      acting = tokens[0];
      write();
    },

    actAs(person) {
      acting = person.token;
      write();
    },

    name(person, name) {
      person.name = name;
      write();
    },

    /** The server says which token this person has. */
    setToken(person, token) {
      if (acting === person.token) acting = token;
      person.token = token;
      storage.set("hello", null);
      write();
    },

    /** Another tab changed the list: take over the people and tokens it added. */
    readAgain() {
      for (const stored of read().list) {
        const known = list.find((person) => person.token === stored.token);
        if (known) Object.assign(known, stored);
        else list = [...list, stored];
      }
    },

    /** Nobody is known on this device any more. */
    forget() {
      list = [];
      acting = null;
      storage.set("people", null);
      storage.set("acting", null);
      storage.set("hello", null);
    },
  };
  return people;
}
