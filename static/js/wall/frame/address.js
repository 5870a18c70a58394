import { bootstrap } from "../../shared/bootstrap.js";

const MOST_UNBROKEN = 18;

/** The address that people type, without what a browser adds by itself. */
export function addressOf(view) {
  const address = view.address || bootstrap.address || "";
  return address.replace(/^http:\/\//, "").replace(/\/$/, "");
}

/** A size for the title in wall units: the longer, the smaller. */
export function sizeForTitle(title) {
  const letters = [...title].length;
  return letters <= 18 ? 12 : letters <= 36 ? 9.5 : letters <= 64 ? 7.5 : 5.6;
}

/** The length of the longest word, which the column must hold; very long ones may break. */
export function longestWord(title) {
  const lengths = title.split(/[\s-]+/).map((word) => [...word].length);
  return Math.min(MOST_UNBROKEN, Math.max(1, ...lengths));
}
