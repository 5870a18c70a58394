import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { statusSentence } from "../../../static/js/phone/frame/connection_status.js";
import { setWording } from "../../../static/js/shared/wording.js";

const wording = JSON.parse(readFileSync(new URL("../../../static/wording/de.json", import.meta.url), "utf8"));
setWording({ language: "de", dir: "ltr", wording });

const status = { connected: true, everConnected: true, away_s: 0, waiting: 0, justSent: false };

test("the connection and unsent work are said in words", () => {
  const said = (more) => statusSentence({ ...status, ...more }).sentence;

  assert.equal(said({}), "Verbunden");
  assert.equal(said({ justSent: true }), "Gesendet");
  assert.equal(said({ waiting: 1, overdue: true }), "Noch keine Antwort. 1 Beitrag ist hier sicher aufgehoben.");
  assert.equal(said({ connected: false, away_s: 4, waiting: 1 }), "Wartet auf WLAN: 1 Beitrag noch nicht gesendet");
  assert.equal(said({ connected: false, away_s: 20 }), "Server nicht erreichbar seit 20 Sekunden; bitte sag der Moderation Bescheid.");
  assert.match(said({ connected: false, away_s: 130, waiting: 3 }), /seit 2 Minuten.*3 Beiträge sind hier sicher/);
});
