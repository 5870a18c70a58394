/** Which of the declared browsers lack something, by MDN's data on browsers. */
import { createRequire } from "node:module";

import { TARGETS } from "../../static/targets.mjs";

export const mdn = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** MDN's names of the declared browsers, with their oldest versions. */
export const OLDEST = Object.fromEntries(
  Object.entries(TARGETS).map(([name, version]) => [name === "ios_saf" ? "safari_ios" : name, version]),
);

function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  return left[0] - right[0] || (left[1] ?? 0) - (right[1] ?? 0);
}

/** The version from which a browser has it without a flag or another name than one with `prefix`. */
function since(feature, browser, prefix) {
  const versions = [feature.__compat.support[browser] ?? []]
    .flat()
    .filter((one) => !(one.flags || one.alternative_name) && [undefined, prefix].includes(one.prefix))
    .filter((one) => !one.version_removed || one.partial_implementation) // in part first, then whole
    .map((one) => String(one.version_added).replace("≤", ""))
    .filter((version) => /^\d/.test(version));
  return versions.sort(compare)[0] ?? null;
}

/**
 * The browsers that lack one of MDN's features, as "safari 15.4" or, where no version has it,
 * "firefox". `oldest` are the browsers in question, by default the declared ones; `prefix` is one that
 * is written beside, such as "-webkit-".
 */
export function lacking(feature, oldest = OLDEST, prefix = undefined) {
  return Object.keys(oldest).flatMap((browser) => {
    const version = since(feature, browser, prefix);
    if (version === null) return [browser];
    return compare(version, oldest[browser]) > 0 ? [`${browser} ${version}`] : [];
  });
}

/** The oldest of these browsers that also have a feature: those inside of what asks for it. */
export function having(feature, oldest) {
  return Object.fromEntries(
    Object.keys(oldest).flatMap((browser) => {
      const version = since(feature, browser);
      if (version === null) return [];
      return [[browser, compare(version, oldest[browser]) > 0 ? version : oldest[browser]]];
    }),
  );
}

/** What comments allow in their file, with a reason: `newer: showModal, :has() - it is asked for`. */
export function allowedBy(comments) {
  return comments.flatMap((comment) => {
    const [, names] = /^\s*newer: ([\s\S]*?) - \S/.exec(comment) ?? [];
    return names?.split(/,\s+/) ?? [];
  });
}

const allows = (name) => (finding) => finding.name === name || finding.name.startsWith(`${name}: `);

/** The findings without what is allowed, and one for whatever is allowed in vain. */
export function withoutAllowed(findings, allowed) {
  const vain = allowed.filter((name) => !findings.some(allows(name)));
  return [
    ...findings.filter((finding) => !allowed.some((name) => allows(name)(finding))),
    ...vain.map((name) => ({ name, vain: true })),
  ];
}

/** What a finding says. */
export const sentence = ({ name, lacks, vain }) =>
  vain ? `${name}: allowed as newer, but it is not` : `${name}: newer than ${lacks.join(", ")}`;
