import assert from "node:assert/strict";
import { test } from "node:test";

import { pastedRoster, rosterFields } from "../../../static/js/console/groups/roster.js";

const KINDS = { moderator: "Moderation", partner: "Partner", network: "Netzwerk" };
const read = (text) => pastedRoster(text, { kinds: KINDS, heading: "Name" });
const row = (name, kind = "moderator", note = "") => ({ name, kind, note });

test("one line or one cell is no roster: it goes into the field it was pasted into", () => {
  assert.equal(read("Frau Berg"), null);
  assert.equal(read("Frau Berg\r\n"), null);
  assert.equal(read(""), null);
});

test("names below each other, as a column or a list of Word", () => {
  assert.deepEqual(read("Frau Berg\r\nHerr Tal\r\n"), [row("Frau Berg"), row("Herr Tal")]);
  assert.deepEqual(read("1.\tFrau Berg\r\n2.\tHerr Tal"), [row("Frau Berg"), row("Herr Tal")]);
});

test("a table has the name first; the kind is known by its word, all else is a note", () => {
  const copied = 'Name\tArt\tNotiz\r\nFrau Berg\tpartner\t"Verein\nLeitung"\r\nMigrationsrat\tNetzwerk\t\r\nHerr Tal\t\tab 14 Uhr\r\n';

  assert.deepEqual(read(copied), [
    row("Frau Berg", "partner", "Verein Leitung"),
    row("Migrationsrat", "network"),
    row("Herr Tal", "moderator", "ab 14 Uhr"),
  ]);
});

test("one row of cells is one supporter", () => {
  assert.deepEqual(read("Frau Berg\tVerein\tab 14 Uhr"), [row("Frau Berg", "moderator", "Verein, ab 14 Uhr")]);
});

test("rows without a name are not sent", () => {
  assert.deepEqual(rosterFields([{ row: "a", id: "s1", ...row(" Frau Berg ", "partner", " Verein ") }, { row: "b", ...row(" ") }]), [
    { id: "s1", name: "Frau Berg", kind: "partner", note: "Verein" },
  ]);
});
