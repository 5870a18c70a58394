/**
 * Loads the script of a screen again where it was lost on its way, and says in words what goes on.
 * A file of its own, since the screen's script may be the one that is lost; in ES5, since a browser
 * that does not understand the screen's script has to understand this one.
 */
(function () {
  var PAUSES_MS = [1000, 2000, 4000, 8000, 15000];
  var SLOW_AFTER_MS = 20000;
  var checked = false;
  var tries = 0;

  function byId(id) {
    return document.getElementById(id);
  }

  /** A screen removes #start once it has drawn itself. */
  function hasStarted() {
    return !byId("start");
  }

  function pause() {
    return PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1];
  }

  function saySlow() {
    if (!hasStarted()) byId("start-slow").className = "";
  }

  /** The script arrived and has drawn nothing: the browser does not understand it. */
  function sayFailed() {
    if (hasStarted()) return;
    byId("start-first").hidden = byId("start-slow").hidden = true;
    byId("start-failed").hidden = false;
  }

  /** With a number in the address, since browsers remember which address failed. */
  function load() {
    if (hasStarted()) return;
    var script = document.createElement("script");
    tries += 1;
    script.src = byId("script").src + "?" + tries;
    script.onload = sayFailed;
    script.onerror = function () {
      saySlow();
      setTimeout(load, pause());
    };
    document.body.appendChild(script);
  }

  function hasStyle() {
    return getComputedStyle(document.documentElement).getPropertyValue("--ground") !== "";
  }

  function loadStyle() {
    var link = byId("style");
    if (hasStyle()) return;
    var again = link.cloneNode(false);
    again.href = link.href.split("?")[0] + "?" + Date.now();
    again.onerror = function () {
      setTimeout(loadStyle, PAUSES_MS[1]);
    };
    link.parentNode.replaceChild(again, link);
  }

  function check() {
    if (checked) return;
    checked = true;
    loadStyle();
    load();
  }

  if (document.readyState === "complete") check();
  document.addEventListener("DOMContentLoaded", check); // comes after the screen's script, or its loss
  addEventListener("load", check);
  setTimeout(function () {
    saySlow();
    check();
  }, SLOW_AFTER_MS);
})();
