import assert from "node:assert/strict";
import { test } from "node:test";

import { reconnectAuth } from "../../../static/js/shared/reconnect_auth.js";

const me = { token: "t1", hidden: {} };
const view = { run: "r1", at: 7, topics: {}, me };

test("whoever was here before says what they have seen", () => {
  assert.deepEqual(reconnectAuth({ token: "t1", language: "de" }, view), { token: "t1", language: "de", run: "r1", since: 7 });
  assert.deepEqual(reconnectAuth({ console: "k" }, { run: "r1", at: 7 }), { console: "k", run: "r1", since: 7 });
});

test("a newcomer, somebody else, or an author of something hidden asks for everything", () => {
  assert.deepEqual(reconnectAuth({ token: null }, null), { token: null });
  assert.deepEqual(reconnectAuth({ token: "t2" }, view), { token: "t2" });
  assert.deepEqual(reconnectAuth({ token: null }, view), { token: null });
  assert.deepEqual(reconnectAuth({ token: "t1" }, { ...view, me: { ...me, hidden: { a: {} } } }), { token: "t1" });
});
