/**
 * Says in older words what the style sheets say in newer ones, as esbuild does for the syntax: for
 * browsers before Chrome 87 and Safari 14.1, all of which lack `inset`, by which they are told apart.
 *
 *   margin-block: 1rem 2rem     becomes   margin-block-start: 1rem; margin-block-end: 2rem
 *   inset-block-start: 0        becomes   top: 0
 *   inset-inline-start: 0       gets      left: 0, or right: 0 where the page runs from right to left
 *   gap: 1rem of a flex box     gets      margins between what is in it
 */
import postcss from "postcss";

const PAIRS = /^(margin|padding|border|inset)-(block|inline)$/;
const BLOCK = { "inset-block-start": "top", "inset-block-end": "bottom" };
export const INLINE = { "inset-inline-start": ["left", "right"], "inset-inline-end": ["right", "left"] };

function split(declaration) {
  const { prop, value } = declaration;
  const [start, end = start] = prop.startsWith("border") ? [value] : postcss.list.space(value);
  const isSame = prop === "inset-inline" && start === end; // all one then where the page begins
  const names = isSame ? ["left", "right"] : [`${prop}-start`, `${prop}-end`];
  declaration.replaceWith(
    ...[start, end].map((one, i) => declaration.clone({ prop: names[i], value: one })),
  );
}

const valueOf = (rule, prop) => rule.nodes.findLast((node) => node.prop === prop)?.value ?? "";

/** Rules in plain words for browsers without `inset`: `[[selectors, declarations], …]`. */
function* older(rule) {
  for (const { type, prop, value, important } of rule.nodes) {
    if (type !== "decl") continue;
    if (prop in INLINE) {
      const [ltr, rtl] = INLINE[prop];
      yield [rule.selectors, [[ltr, value, important]]];
      yield [
        rule.selectors.map((selector) => `[dir="rtl"] ${selector}`),
        [[ltr, "auto", important], [rtl, value, important]],
      ];
    }
    if (prop === "gap" && /flex/.test(valueOf(rule, "display"))) yield* margins(rule, value, important);
  }
}

function* margins(rule, gap, important) {
  const [between, beside = between] = postcss.list.space(gap);
  const isColumn = valueOf(rule, "flex-direction") === "column";
  const wraps = valueOf(rule, "flex-wrap") === "wrap";
  const margin = (side, length) => [`margin-${side}`, length, important];
  yield [rule.selectors, [["gap", "0", important]]]; // some of them have it, without `inset`
  const inner = rule.selectors.map((selector) => `${selector} > *${isColumn ? " + *" : ""}`);
  const half = `calc(${beside} / 2)`; // on both sides: words beside an icon are no element
  if (wraps) yield [inner, [margin("block-end", between), margin("inline-end", beside)]];
  else if (isColumn) yield [inner, [margin("block-start", between), margin("inline-start", "0")]];
  else yield [inner, [margin("inline-start", half), margin("inline-end", half)]];
}

function addOlder(rule) {
  const rules = [...older(rule)].map(([selectors, declarations]) => {
    const one = postcss.rule({ selectors });
    return one.append(...declarations.map(([prop, value, important]) => ({ prop, value, important })));
  });
  if (!rules.length) return;
  rule.after(postcss.atRule({ name: "supports", params: "not (inset: 0)", nodes: rules }));
}

export function lowerCss(css) {
  const root = postcss.parse(css);
  root.walkDecls(PAIRS, split);
  root.walkDecls((declaration) => {
    declaration.prop = BLOCK[declaration.prop] ?? declaration.prop;
  });
  root.walkRules(addOlder);
  return root.toString();
}
