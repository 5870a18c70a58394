import assert from "node:assert/strict";
import { test } from "node:test";

import { dismissedAfter, lastBackup, visibleAlarms } from "../../../static/js/console/frame/alarms.js";

const disk = (megabytes) => ({ key: "console.alarm.disk_low", gaps: { megabytes } });
const stick = { key: "console.alarm.backup", gaps: { folder: "stick" } };
const beside = { key: "console.alarm.backup", gaps: { folder: "backups" } };

test("an alarm put dismissed stays away while it goes on, whatever its number", () => {
  const dismissed = dismissedAfter([disk(400), stick], [], disk(400));

  assert.deepEqual(visibleAlarms([disk(390), stick], dismissed), [stick]);
});

test("alarms of two folders are put dismissed each for itself", () => {
  assert.deepEqual(visibleAlarms([stick, beside], dismissedAfter([stick, beside], [], stick)), [beside]);
});

test("an alarm that was over is forgotten when the next is put aside", () => {
  const dismissed = dismissedAfter([stick], dismissedAfter([disk(400)], [], disk(400)), stick);

  assert.deepEqual(visibleAlarms([disk(300), stick], dismissed), [disk(300)]);
});

test("the last backup is the newest moment of a folder that is well", () => {
  const folder = (checked_at, well) => ({ folder: "x", checked_at, well });

  assert.deepEqual(lastBackup(null), [null, true]);
  assert.deepEqual(lastBackup({ folders: [folder(null, true)] }), [null, true]);
  assert.deepEqual(lastBackup({ folders: [folder("2026-11-24T13:03:00Z", true), folder("2026-11-24T13:04:00Z", false)] }), [
    "2026-11-24T13:03:00Z",
    false,
  ]);
});
