import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createKeeping } from "../../../static/js/phone/state/device_storage.js";
import { isUnclear } from "../../../static/js/phone/frame/language_choice.js";
import { partsBeside, shownPart } from "../../../static/js/phone/frame/parts.js";
import { createPeople } from "../../../static/js/phone/state/people.js";
import { words } from "../../../static/js/phone/frame/connection_status.js";
import { setWording } from "../../../static/js/shared/wording.js";

const wording = JSON.parse(readFileSync(new URL("../../../static/wording/de.json", import.meta.url), "utf8"));
setWording({ language: "de", dir: "ltr", wording });

const status = { connected: true, everConnected: true, away_s: 0, waiting: 0, justSent: false };

test("the connection and unsent work are said in words", () => {
  const said = (more) => words({ ...status, ...more }).sentence;

  assert.equal(said({}), "Verbunden");
  assert.equal(said({ justSent: true }), "Gesendet");
  assert.equal(said({ connected: false, away_s: 4, waiting: 1 }), "Wartet auf WLAN: 1 Beitrag noch nicht gesendet");
  assert.equal(said({ connected: false, away_s: 20 }), "Server nicht erreichbar seit 20 Sekunden; bitte sag der Moderation Bescheid.");
  assert.match(said({ connected: false, away_s: 130, waiting: 3 }), /seit 2 Minuten.*3 Beiträge sind hier sicher/);
});

test("the language is asked for only where the browser speaks none of ours", () => {
  const known = [{ code: "de" }, { code: "en" }];

  assert.equal(isUnclear(["de-AT"], known, ""), false);
  assert.equal(isUnclear(["uk", "EN-us"], known, ""), false);
  assert.equal(isUnclear(["ar-SY"], known, ""), true);
  assert.equal(isUnclear(["ar-SY"], known, "a=b; language=en"), false);
});

const closed = { contributions: false, flags: false, dots: false, groups: false, boards: false, interest: false, help: false, contact: false };
const view = (phase, open = {}, more = {}) => ({
  phase,
  open: { ...closed, ...open },
  counts: "hidden",
  topics: {},
  groups: {},
  help_tasks: ["Tische"],
  me: { contributions: [], notes: [], group: null, has_contact: false },
  ...more,
});

test("what a facilitator opens is there in every phase, beside the main thing", () => {
  const voting = view("vote", { dots: true, contributions: true });

  assert.equal(shownPart(voting, null), "vote");
  assert.deepEqual(partsBeside(voting, "vote"), ["collect"]);
  assert.equal(shownPart(voting, "collect"), "collect");
  assert.equal(shownPart(view("vote", { dots: true }), "collect"), "vote");
});

test("people are kept: who acts, their tokens and names", () => {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
  const people = createPeople(createKeeping(storage, "x."));
  people.know(people.acting, "tokA");
  const gisela = people.add({ token: "tokB", name: "Gisela" });
  people.act(gisela);

  const again = createPeople(createKeeping(storage, "x."));

  assert.deepEqual(again.list.map(({ token }) => token), ["tokA", "tokB"]);
  assert.equal(again.acting.name, "Gisela");
  again.forget();
  assert.equal(createPeople(createKeeping(storage, "x.")).acting.token, null);
});

test("what is forgotten is forgotten below its name alone", () => {
  const keeping = createKeeping(null, "x.");
  keeping.set("draft.a.contribute", "Bus");
  keeping.set("draft.b.contribute", "Rad");
  keeping.forgetAll("draft.a.");

  assert.deepEqual([keeping.get("draft.a.contribute"), keeping.get("draft.b.contribute")], [null, "Rad"]);
});
