import assert from "node:assert/strict";
import { test } from "node:test";

import { boardText, fieldText, wireForm } from "../../../../static/js/shared/groups/board_text.js";
import { setWording } from "../../../../static/js/shared/wording.js";

setWording({ language: "de", dir: "ltr", wording: { "shared.clock": "{time} Uhr" } });

const board = (texts) => Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, { value, base: 1 }]));

test("date, time and place of a meeting stand before the text on it, each in its own direction", () => {
  const all = { meeting_date: "2026-12-24", meeting_time: "19:30", meeting_place: "نادي الحي", meeting: "Mit Kuchen" };

  assert.equal(boardText(board(all), "meeting"), "\u2068Donnerstag, 24. Dezember 2026\u2069, \u206819:30 Uhr\u2069, \u2068نادي الحي\u2069\nMit Kuchen");
  assert.equal(boardText(board({ meeting_place: "Linde" }), "meeting"), "\u2068Linde\u2069");
  assert.equal(boardText(board({ meeting: "Bald" }), "meeting"), "Bald");
  assert.equal(boardText(undefined, "meeting"), "");
  assert.equal(boardText(board({ goal: "Bus" }), "goal"), "Bus");
});

test("an empty field says nothing, wherever the phone's clock stands", () => {
  assert.equal(fieldText("meeting_date", ""), "");
  assert.equal(fieldText("meeting_date", "2027-01-01"), "Freitag, 1. Januar 2027");
});

test("a date or a time typed where the browser has no field for it becomes what the wire takes", () => {
  assert.equal(wireForm("meeting_date", " 1.2.2027 "), "2027-02-01");
  assert.equal(wireForm("meeting_date", "24. 12. 2026"), "2026-12-24");
  assert.equal(wireForm("meeting_date", "2026-12-24"), "2026-12-24");
  assert.equal(wireForm("meeting_time", "19 Uhr"), "19:00");
  assert.equal(wireForm("meeting_time", "7.30"), "07:30");
  assert.equal(wireForm("meeting_time", "abends"), "abends");
  assert.equal(wireForm("meeting_place", "  Linde"), "  Linde");
});
