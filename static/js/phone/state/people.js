/**
 * The people who use this device: oneself first, then those one speaks for. Each has a token of
 * the server's (null until the first view brings it), a name that stays on this device, and the
 * code of the badge they came with.
 */
export function createPeople(keeping) {
  let { list, acting } = read();

  function read() {
    const list = keeping.get("people", []);
    const known = Array.isArray(list) ? list.filter((person) => typeof person?.token === "string") : [];
    return { list: known, acting: keeping.get("acting") };
  }

  function write() {
    keeping.set("people", list.filter((person) => person.token));
    keeping.set("acting", people.acting.token);
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

    act(person) {
      acting = person.token;
      write();
    },

    name(person, name) {
      person.name = name;
      write();
    },

    /** The server says which token this person has. */
    know(person, token) {
      if (acting === person.token) acting = token;
      person.token = token;
      keeping.set("hello", null);
      write();
    },

    /** Another tab wrote: take in whom it added, and the token it got first. */
    readAgain() {
      for (const kept of read().list) {
        const known = list.find((person) => person.token === kept.token);
        if (known) Object.assign(known, kept);
        else list = [...list, kept];
      }
    },

    /** Hand the device over: nobody is known any more. */
    forget() {
      list = [];
      acting = null;
      keeping.set("people", null);
      keeping.set("acting", null);
      keeping.set("hello", null);
    },
  };
  return people;
}
