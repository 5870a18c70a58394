import assert from "node:assert/strict";
import { test } from "node:test";

import { splitIntoMessages } from "../../../static/js/console/entry/card_messages.js";

test("messages hold at most a hundred cards and stay below the frame's bound", () => {
  assert.deepEqual(
    splitIntoMessages(Array(250).fill("kurz")).map((message) => message.length),
    [100, 100, 50],
  );

  const large = splitIntoMessages(Array(100).fill("🌳".repeat(280)));
  assert.equal(large.flat().length, 100);
  for (const message of large) assert.ok(new TextEncoder().encode(JSON.stringify(message)).length < 45_000);
});
