/**
 * What a style sheet has that a declared browser lacks: properties, words and functions in values,
 * units, selectors, at-rules, and `gap` in a rule that does not say what it is the gap of (the build
 * gives flex boxes margins, see static/lower_css.mjs).
 *
 * No finding is what stands inside an `@supports` or `@media` that only browsers with it enter; what
 * has a prefix beside it; and a value after another one of the same property, unless it has a
 * `var()`: older browsers find out too late that they do not know it. What is as good without it may
 * stay: see `allowedBy`.
 */
import { generate, parse, walk } from "css-tree";

import { INLINE } from "../../static/lower_css.mjs";
import { OLDEST, having, lacking, mdn } from "./support.mjs";

const { properties, selectors, types, "at-rules": atRules } = mdn.css;
const FUNCTIONS = new Map();
const UNITS = {};

function collectTypes(parts) {
  for (const [name, feature] of Object.entries(parts)) {
    if (name === "__compat") continue;
    if (feature.__compat && !FUNCTIONS.has(name)) FUNCTIONS.set(name, feature);
    collectTypes(feature);
  }
}
collectTypes(types);

for (const unit of ["vh", "vw", "vb", "vi", "vmin", "vmax"]) {
  for (const kind of ["d", "s", "l"]) UNITS[kind + unit] = types.length.viewport_percentage_units_dynamic;
}
for (const unit of ["cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"]) {
  UNITS[unit] = types.length.container_query_length_units;
}
for (const unit of ["cap", "ic", "lh", "rlh", "rcap", "rch", "rex", "ric", "vi", "vb"]) {
  UNITS[unit] = types.length[unit];
}

/** What is written, where the build does not say it in older words. */
function propertyOf(name) {
  return name.startsWith("--") || name in INLINE ? null : properties[name];
}

/** Grids have had these words for longer than flex boxes. */
function isOfGrid({ name }, { property }) {
  return /^(start|end)$/.test(name) && /^justify-items|^place/.test(property);
}

/** The features that a condition of an at-rule asks for; none for `not`. */
function askedBy({ name, prelude }) {
  const text = prelude ? generate(prelude) : "";
  if (/\bnot\b/.test(text)) return [];
  if (name === "media") {
    return Object.entries(atRules.media)
      .filter(([feature]) => text.includes(`(${feature}`))
      .map(([, feature]) => feature);
  }
  return name === "supports"
    ? [...text.matchAll(/\(([\w-]+):([^()]*)/g)].flatMap(([, property, value]) => [
        ...[properties[property]].filter(Boolean),
        ...Object.entries(UNITS).filter(([unit]) => RegExp(`\\d${unit}\\b`).test(value)).map(([, feature]) => feature),
      ])
    : [];
}

/** Named features of one node: `[name, feature]`. */
function* featuresOf(node, declaration) {
  if (node.type === "Declaration") yield [node.property, propertyOf(node.property)];
  if (node.type === "Dimension") yield [node.unit, UNITS[node.unit]];
  if (node.type === "Function") yield [`${node.name}()`, FUNCTIONS.get(node.name)];
  if (node.type === "Identifier" && declaration) {
    if (!isOfGrid(node, declaration)) {
      yield [`${declaration.property}: ${node.name}`, propertyOf(declaration.property)?.[node.name]];
    }
  }
  if (node.type === "PseudoClassSelector") {
    yield [`:${node.name}${node.children ? "()" : ""}`, selectors[node.name]];
    const isList = node.name === "not" && node.children?.first?.children?.size > 1;
    if (isList) yield [":not() of a list", selectors.not.selector_list];
  }
  if (node.type === "PseudoElementSelector" && !node.name.startsWith("-")) yield [`::${node.name}`, selectors[node.name]];
  if (node.type === "NestingSelector") yield ["&", selectors.nesting];
  if (node.type === "Atrule") yield [`@${node.name}`, atRules[node.name]];
  if (node.type === "Feature" && node.kind === "media") yield [`(${node.name})`, atRules.media[node.name]];
}

const declarationsOf = (rule) => rule.block.children.toArray().filter((one) => one.type === "Declaration");

/** Not of a grid, nor, where the build lowers it, of a flex box. */
function isGapOfNothing({ property, value }, rule, isLowered) {
  const isOf = (one) => one.property === "display" && (isLowered || /grid/.test(generate(one.value)));
  return property === "gap" && generate(value) !== "0" && !declarationsOf(rule).some(isOf);
}

function hasEarlier(rule, declaration) {
  const all = declarationsOf(rule);
  const same = all.slice(0, all.indexOf(declaration)).filter((one) => one.property === declaration.property);
  return same.length > 0 && !/var\(/.test(generate(declaration.value));
}

const hasPrefix = (rule, { property }) =>
  declarationsOf(rule).some((one) => one.property === `-webkit-${property}`);

/** Findings as `{name, lacks}`; `isLowered` is what lower_css.mjs has been at. */
export function checkCss(css, isLowered = true) {
  const found = new Map();
  const entered = [];
  const check = ([name, feature], prefix) => {
    const asked = entered.flatMap(askedBy).filter((one) => one.__compat);
    const oldest = asked.reduce((browsers, one) => having(one, browsers), OLDEST);
    const lacks = feature?.__compat ? lacking(feature, oldest, prefix) : [];
    if (lacks.length) found.set(name, lacks);
  };
  walk(parse(css, { parseCustomProperty: true }), {
    enter(node) {
      const { rule } = this;
      const declaration = node.type === "Declaration" ? node : this.declaration;
      if (declaration && !rule) return; // of @page or @font-face
      if (this.atrulePrelude) return;
      if (declaration && hasEarlier(rule, declaration)) return;
      if (declaration === node && isGapOfNothing(node, rule, isLowered)) {
        check(["gap without display", properties.gap.flex_context]);
      }
      const prefix = declaration && hasPrefix(rule, declaration) ? "-webkit-" : undefined;
      for (const one of featuresOf(node, declaration)) check(one, prefix);
      if (node.type === "Atrule") entered.push(node);
    },
    leave(node) {
      if (node.type === "Atrule") entered.pop();
    },
  });
  return [...found].map(([name, lacks]) => ({ name, lacks }));
}
