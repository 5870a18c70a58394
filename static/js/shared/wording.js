import { bootstrap } from "./bootstrap.js";

const COOKIE_FOR_S = 60 * 60 * 24 * 30;

/** The sentences of the current language, counted ones by its plural rules. */
let current = { language: bootstrap.language, dir: bootstrap.dir, wording: bootstrap.wording };
let plurals = new Intl.PluralRules(bootstrap.language || "de");

/** Change the language of this page; the caller redraws it. */
export function setWording({ language, dir, wording }) {
  current = { language, dir, wording };
  plurals = new Intl.PluralRules(language);
  if (globalThis.document) {
    document.documentElement.lang = language;
    document.documentElement.dir = dir;
  }
}

export function language() {
  return current.language;
}

/** Fetch the sentences of another language for this screen and use them from now on. */
export async function fetchWording(code, screen = bootstrap.screen) {
  const answer = await fetch(`/wording/${code}/${screen}.json`);
  if (!answer.ok) throw new Error(`no wording for ${code}`);
  setWording(await answer.json());
}

/** Speak another language from now on, also after a reload; `path` is where it counts. */
export async function speak(code, { cookie, path }) {
  document.cookie = `${cookie}=${code}; path=${path}; max-age=${COOKIE_FOR_S}; samesite=strict`;
  try {
    if (code !== language()) await fetchWording(code);
  } catch {
    return false; // no connection: the next load speaks it
  }
  return true;
}

/** The sentence for `key` with its gaps filled; the key itself where there is none. */
export function say(key, gaps = {}) {
  const { wording } = current;
  const counted = typeof gaps.count === "number" ? wording[`${key}_${plurals.select(gaps.count)}`] : undefined;
  const sentence = counted ?? wording[key] ?? wording[`${key}_other`];
  if (sentence === undefined) return key;
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));
}
