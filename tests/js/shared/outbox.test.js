import assert from "node:assert/strict";
import { test } from "node:test";

import { createOutbox, waitingOutboxes } from "../../../static/js/shared/outbox.js";

/** What localStorage is to several tabs: one store, and each tab hears what the others did. */
function storageFor() {
  const kept = new Map();
  const tabs = [];
  const tell = (from, key, newValue) => tabs.forEach((tab) => tab !== from && tab.hear?.({ key, newValue }));
  return () => {
    const tab = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => {
        kept.set(key, value);
        tell(tab, key, value);
      },
      removeItem: (key) => {
        kept.delete(key);
        tell(tab, key, null);
      },
      key: (index) => [...kept.keys()][index],
      get length() {
        return kept.size;
      },
    };
    tabs.push(tab);
    return tab;
  };
}

function openTab(newTab) {
  const storage = newTab();
  const outbox = createOutbox({ storage, name: "box.ada" });
  storage.hear = (event) => outbox.onStorage(event);
  return { storage, outbox };
}

const words = (messages) => messages.map((message) => message.text);

test("acts wait in order and survive a reload with their ids", () => {
  const newTab = storageFor();
  const { outbox } = openTab(newTab);
  outbox.put("contribute", { text: "one" });
  outbox.put("contribute", { text: "two" });

  const again = openTab(newTab).outbox;

  assert.deepEqual(again.waiting, outbox.waiting);
  assert.deepEqual(words(again.waiting), ["one", "two"]);
});

test("two tabs keep each other's acts", () => {
  const newTab = storageFor();
  const [first, second] = [openTab(newTab), openTab(newTab)];
  first.outbox.put("contribute", { text: "one" });
  second.outbox.put("contribute", { text: "two" });
  first.outbox.put("contribute", { text: "three" });

  assert.deepEqual(words(first.outbox.waiting), ["one", "two", "three"]);
  assert.deepEqual(words(second.outbox.waiting), ["one", "two", "three"]);
  assert.deepEqual(words(openTab(newTab).outbox.waiting), ["one", "two", "three"]);
});

test("an act that one tab had answered is not sent again by the other, and its asker hears", async () => {
  const newTab = storageFor();
  const [first, second] = [openTab(newTab), openTab(newTab)];
  const asked = first.outbox.put("contribute", { text: "one" });
  const sent = [];

  second.outbox.open(async (message) => {
    sent.push(message.text);
    return { ok: true, at: 7 };
  });
  const answer = await asked;
  first.outbox.open(async (message) => {
    sent.push(message.text);
    return { ok: true };
  });

  assert.deepEqual(answer, { ok: true, at: 7 });
  assert.deepEqual([first.outbox.waiting, second.outbox.waiting], [[], []]);
  assert.deepEqual(sent, ["one"]);
  assert.deepEqual(waitingOutboxes(newTab(), "box."), []);
});

test("an act stays while there is no answer", async () => {
  const { outbox } = openTab(storageFor());
  outbox.put("contribute", { text: "one" });
  const tried = new Promise((resolve) => {
    outbox.open(async () => {
      resolve();
      throw new Error("timeout");
    });
  });
  await tried;
  outbox.close();

  assert.deepEqual(words(outbox.waiting), ["one"]);
});

test("a storage that is emptied or closed loses nothing of an open page", async () => {
  const closed = {
    get length() {
      throw new Error("closed");
    },
    getItem() {
      throw new Error("closed");
    },
    setItem() {
      throw new Error("closed");
    },
    removeItem() {},
  };
  const outbox = createOutbox({ storage: closed, name: "box" });
  const asked = outbox.put("contribute", { text: "one" });
  outbox.open(async () => ({ ok: true, at: 1 }));

  assert.deepEqual(await asked, { ok: true, at: 1 });
});

test("an act whose key somebody erased is sent all the same", async () => {
  const newTab = storageFor();
  const { outbox } = openTab(newTab);
  const asked = outbox.put("contribute", { text: "one" });
  const other = newTab();
  for (const key of Array.from({ length: other.length }, (_, index) => other.key(index))) other.removeItem(key);
  outbox.open(async () => ({ ok: true, at: 1 }));

  assert.deepEqual(await asked, { ok: true, at: 1 });
});

test("another workshop's outbox is given back instead of sent", () => {
  const newTab = storageFor();
  const { outbox } = openTab(newTab);
  outbox.put("contribute", { text: "one" });

  const left = outbox.restart("box.eve");

  assert.deepEqual(words(left), ["one"]);
  assert.deepEqual(outbox.waiting, []);
  assert.deepEqual(waitingOutboxes(newTab(), "box."), []);
});

test("waiting outboxes are found by the names of their owners", () => {
  const newTab = storageFor();
  createOutbox({ storage: newTab(), name: "box.ada" }).put("contribute", { text: "one" });
  createOutbox({ storage: newTab(), name: "box.eve" }).put("contribute", { text: "two" });

  assert.deepEqual(waitingOutboxes(newTab(), "box."), ["box.ada", "box.eve"]);
});

test("an act that came too fast waits a little and is sent again with its id", async () => {
  const { outbox } = openTab(storageFor());
  const sent = [];
  const heard = [];
  outbox.subscribe((waiting, event) => event?.answer && heard.push(event.answer));
  const asked = outbox.put("contribute", { text: "one" });

  outbox.open(async (message) => {
    sent.push(message.id);
    return sent.length < 2 ? { ok: false, error: "too_fast", message: "…" } : { ok: true, at: 3 };
  });

  assert.deepEqual(await asked, { ok: true, at: 3 });
  assert.equal(sent.length, 2);
  assert.equal(sent[0], sent[1]);
  assert.deepEqual(heard, [{ ok: true, at: 3 }]);
});
