/** Full screen, also by the names that Safari has for it before 16.4. */

// newer: fullscreenElement - both names are asked for
const CHANGED = ["fullscreenchange", "webkitfullscreenchange"];

export function isFull() {
  return Boolean(document.fullscreenElement ?? document.webkitFullscreenElement);
}

/** Calls `changed` whenever full screen begins or ends; returns how to stop that. */
export function onFullChange(changed) {
  for (const name of CHANGED) document.addEventListener(name, changed);
  return () => CHANGED.forEach((name) => document.removeEventListener(name, changed));
}

/** A browser may refuse, or know no full screen; the wall is as good in a window. */
export function toggleFull() {
  const page = document.documentElement;
  const [owner, names] = isFull()
    ? [document, ["exitFullscreen", "webkitExitFullscreen"]]
    : [page, ["requestFullscreen", "webkitRequestFullscreen"]];
  const known = names.find((name) => name in owner);
  if (known) owner[known]()?.catch(() => {});
}
