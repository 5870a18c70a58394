import { boot } from "./bootstrap.js";

/** Every sentence comes from the catalogue; counted ones by the plural rules of the language. */
let current = { language: boot.language, dir: boot.dir, wording: boot.wording };
let plurals = new Intl.PluralRules(boot.language || "de");

/** Change the language of this page; the caller draws it anew. */
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

/** Fetch another language of this screen and speak it from now on. */
export async function fetchWording(code, screen = boot.screen) {
  const answer = await fetch(`/wording/${code}/${screen}.json`);
  if (!answer.ok) throw new Error(`no wording for ${code}`);
  setWording(await answer.json());
}

/** The sentence for `key` with its gaps filled; the key itself where there is none. */
export function say(key, gaps = {}) {
  const { wording } = current;
  const counted = typeof gaps.count === "number" ? wording[`${key}_${plurals.select(gaps.count)}`] : undefined;
  const sentence = counted ?? wording[key] ?? wording[`${key}_other`];
  if (sentence === undefined) return key;
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? String(gaps[name]) : gap));
}
