/**
 * The oldest browsers that the screens are for: declared once, as `browserslist` in package.json.
 * The build lowers syntax to them, and tests/lint refuses what it cannot lower.
 */
import { readFileSync } from "node:fs";

const DECLARED = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).browserslist;

/** By their names in browserslist: `{chrome: "80", …}`. */
export const TARGETS = Object.fromEntries(DECLARED.map((one) => one.split(" >= ")));

/** As esbuild calls them. */
export const ESBUILD_TARGETS = Object.entries(TARGETS).map(
  ([name, version]) => (name === "ios_saf" ? "ios" : name) + version,
);
