import assert from "node:assert/strict";
import { test } from "node:test";

import { createDeviceStorage } from "../../../static/js/phone/state/device_storage.js";
import { createPeople } from "../../../static/js/phone/state/people.js";

test("people are kept: who acts, their tokens and names", () => {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  const people = createPeople(createDeviceStorage(storage, "x."));
  people.setToken(people.acting, "tokA");
  const gisela = people.add({ token: "tokB", name: "Gisela" });
  people.actAs(gisela);

  const again = createPeople(createDeviceStorage(storage, "x."));

  assert.deepEqual(again.list.map(({ token }) => token), ["tokA", "tokB"]);
  assert.equal(again.acting.name, "Gisela");
  again.forget();
  assert.equal(createPeople(createDeviceStorage(storage, "x.")).acting.token, null);
});

test("what is forgotten is forgotten below its name alone", () => {
  const storage = createDeviceStorage(null, "x.");
  storage.set("draft.a.contribute", "Bus");
  storage.set("draft.b.contribute", "Rad");
  storage.forgetAll("draft.a.");

  assert.deepEqual([storage.get("draft.a.contribute"), storage.get("draft.b.contribute")], [null, "Rad"]);
});
