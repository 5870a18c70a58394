import assert from "node:assert/strict";
import { test } from "node:test";

import { doubtIn, saysHowToReach } from "../../../static/js/phone/groups/reachable.js";

const keyOf = (email, phone = "") => doubtIn({ email, phone })?.key ?? null;

test("an address that looks like one is not asked about", () => {
  for (const email of ["", "anna@beispiel.de", " a.b+c@x.co.uk ", "müller@gemeinde-röder.de"]) assert.equal(keyOf(email), null, email);
  for (const phone of ["0661 123", "+49 (0) 661-12345", "٠٦٦١١٢٣"]) assert.equal(keyOf("", phone), null, phone);
});

test("what can hardly be reached is asked about", () => {
  for (const email of ["anna", "anna@", "@x.de", "anna@beispiel", "anna beispiel.de", "mailto:anna"]) {
    assert.equal(keyOf(email), "email", email);
  }
  for (const phone of ["anna", "12", "0661"]) assert.equal(keyOf("", phone), "phone", phone);
});

test("an address copied as a link is offered without the link", () => {
  assert.deepEqual(doubtIn({ email: "MailTo: anna@x.de?subject=Hallo", phone: "" }), {
    about: "MailTo: anna@x.de?subject=Hallo",
    key: "link",
    better: "anna@x.de",
  });
});

test("a text on a board says how to reach somebody by a number or an address anywhere in it", () => {
  assert.ok(saysHowToReach("Anna, 0661 12345"));
  assert.ok(saysHowToReach("Schreibt an anna@x.de!"));
  assert.ok(!saysHowToReach("Anna"));
});
