/**
 * A rule for eslint: built-ins and browser interfaces that a declared browser lacks.
 *
 * Globals and their static members are known by name. A method of an unknown object is a finding
 * where everything that has a method of this name has it too late, such as `at` or `showModal`.
 * Asking first is no finding: `typeof X`, `x.method?.()`. What else is allowed: see `allowedBy`.
 */
import { allowedBy, lacking, mdn, sentence, withoutAllowed } from "./support.mjs";

const WORLD = new Set(["window", "globalThis", "self"]);
const { builtins } = mdn.javascript;
const OBJECTS = {
  crypto: "Crypto",
  document: "Document",
  history: "History",
  localStorage: "Storage",
  location: "Location",
  navigator: "Navigator",
  performance: "Performance",
  screen: "Screen",
  sessionStorage: "Storage",
};

/** What an object of unknown kind is likely to be: a built-in, or what a page holds. */
const LIKELY =
  /^(HTML.*|SVG.*|Element|Node.*|Document|DocumentFragment|Range|Selection|DOM.*|CSS.*|Animation|UIEvent|(Mouse|Pointer|Keyboard|Input|Touch|Drag|Submit|Toggle)?Event|EventTarget|DataTransfer.*|File.*|Blob|URL.*|Response|Request|Headers|Abort.*|Storage|CanvasRenderingContext2D|TextMetrics|WebSocket|.*Observer)$/;
/** Their methods are named as those of arrays; see ITERATING. */
const UNLIKELY = /^(Iterator|.*DisposableStack)$/;
const LISTENING = ["callee.property.name", "callee.name"]
  .map((name) => `CallExpression[${name}="addEventListener"] > Literal:first-child`)
  .join();
const ITERATING = new Set(["values", "keys", "entries", "matchAll"]);

const members = new Map();
for (const [owner, parts] of [...Object.entries(builtins), ...Object.entries(mdn.api)]) {
  if (UNLIKELY.test(owner)) continue;
  for (const [name, feature] of Object.entries(parts)) {
    if (!feature.__compat || name === owner || name.endsWith("_static")) continue;
    members.set(name, [...(members.get(name) ?? []), { owner, feature }]);
  }
}

const find = (owner, name) =>
  (builtins[owner] ?? mdn.api[owner])?.[`${name}_static`] ?? (builtins[owner] ?? mdn.api[owner])?.[name];

/** Who lacks a member of an object of unknown kind; nobody where any kind has it early enough. */
function lackingMember(name, isLikely) {
  const known = members.get(name) ?? [];
  const lacks = known.map(({ feature }) => lacking(feature));
  const isNewer = lacks.every((one) => one.length) && known.some(({ owner }) => isLikely(owner));
  return isNewer ? lacks[0] : [];
}

function lackingGlobal(name) {
  const feature = builtins[name] ?? mdn.api[name] ?? mdn.api.Window[name];
  return feature?.__compat ? lacking(feature) : [];
}

function lackingHtml(text) {
  const tags = [...text.matchAll(/<([a-z]+)[\s>/]/g)].map(([, tag]) => [tag, mdn.html.elements[tag]]);
  const attributes = [...text.matchAll(/\s([a-z]+)=/g)].map(([, name]) => [
    name,
    mdn.html.global_attributes[name],
  ]);
  return [...tags, ...attributes]
    .filter(([, feature]) => feature?.__compat)
    .map(([name, feature]) => [name, lacking(feature)]);
}

const isAsked = ({ parent, optional }) =>
  optional || (parent.type === "UnaryExpression" && parent.operator === "typeof");

/** `map.values()` and the like, but not `Object.values(map)`. */
const isIterator = ({ type, callee }) =>
  type === "CallExpression" && ITERATING.has(callee.property?.name) && callee.object.name !== "Object";

function create(context) {
  const { sourceCode } = context;
  const globals = new Set();
  const found = [];
  const tell = (node, name, lacks) => {
    if (lacks.length) found.push({ node, name, lacks });
  };
  return {
    Program(node) {
      const { through, variables } = sourceCode.getScope(node);
      const known = variables.filter((variable) => !variable.defs.length);
      for (const { identifier } of [...through, ...known.flatMap((one) => one.references)]) {
        globals.add(identifier);
      }
    },
    "Program:exit"() {
      for (const node of globals) {
        if (!isAsked(node)) tell(node, node.name, lackingGlobal(node.name));
      }
      const comments = sourceCode.getAllComments().map((comment) => comment.value);
      for (const one of withoutAllowed(found, allowedBy(comments))) {
        context.report({ node: one.node ?? sourceCode.ast, message: sentence(one) });
      }
    },
    MemberExpression(node) {
      const { object, property, computed, parent } = node;
      if (computed) return;
      const isCall = parent.type === "CallExpression" && parent.callee === node;
      if (isAsked({ parent, optional: isCall && parent.optional })) return;
      const owner = globals.has(object) && (OBJECTS[object.name] ?? object.name);
      if (WORLD.has(owner)) return tell(property, property.name, lackingGlobal(property.name));
      if (isCall && isIterator(object) && builtins.Iterator[property.name]) {
        tell(property, `${property.name}() of an iterator`, lacking(builtins.Iterator[property.name]));
      }
      const feature = owner && find(owner, property.name);
      const lacks = feature?.__compat ? lacking(feature) : lackingMember(property.name, (one) => LIKELY.test(one) || (isCall && one in builtins));
      tell(property, property.name, lacks);
    },
    [LISTENING](node) {
      tell(node, node.value, lackingMember(`${node.value}_event`, () => true));
    },
    'TaggedTemplateExpression[tag.name="html"] TemplateElement'(node) {
      for (const [name, lacks] of lackingHtml(node.value.raw)) tell(node, name, lacks);
    },
  };
}

export const newerApi = { meta: { type: "problem", schema: [] }, create };

/** Members of built-ins and interfaces, and those as a whole, that a declared browser lacks. */
export function allLacking() {
  const owners = [...Object.entries(builtins), ...Object.entries(builtins.Intl), ...Object.entries(mdn.api)];
  return owners.flatMap(([owner, parts]) => {
    const names = Object.keys(parts).filter((name) => parts[name].__compat && name !== owner);
    const newer = names.filter((name) => lacking(parts[name]).length).map((name) => name.replace(/_static$/, ""));
    const whole = parts.__compat && lacking(parts).length ? [null] : []; // after its members
    return [...newer, ...whole].map((name) => [owner, name]);
  });
}
