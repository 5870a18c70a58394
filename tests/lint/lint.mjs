/**
 * Prints, as JSON, what in the screens' sources and in what is built from them is newer than the
 * declared browsers; with `--texts`, what is in each of the `[kind, text]` given; with
 * `--lacking`, all built-ins and interfaces that one of them lacks.
 */
import { ESLint } from "eslint";
import es from "eslint-plugin-es-x";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { lowerCss } from "../../static/lower_css.mjs";
import { ESBUILD_TARGETS } from "../../static/targets.mjs";
import { allLacking, newerApi } from "./newer_api.mjs";
import { checkCss } from "./newer_css.mjs";
import { allowedBy, sentence, withoutAllowed } from "./support.mjs";

const STATIC = new URL("../../static/", import.meta.url);
const { transformSync } = createRequire(STATIC)("esbuild");
/** What all style sheets may have, since it says there what is done without. */
const SHARED = "css/base.css";
/** The declared browsers know what came until then, but for two things. */
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];
const LATER = { "es-x/no-bigint": "error", "es-x/no-regexp-lookbehind-assertions": "error" };

/** esbuild lowers syntax, so that only regular expressions are looked at in the sources. */
function syntaxRules(isBuilt) {
  const rules = Object.assign({}, ...YEARS.map((year) => es.configs[`flat/no-new-in-es${year}`].rules), LATER);
  return Object.fromEntries(Object.entries(rules).filter(([name]) => isBuilt || name.includes("regexp")));
}

function linter(isBuilt) {
  const rules = { ...syntaxRules(isBuilt), ...(isBuilt ? {} : { "targets/newer-api": "error" }) };
  return new ESLint({
    cwd: fileURLToPath(STATIC),
    overrideConfigFile: true,
    overrideConfig: {
      plugins: { "es-x": es, targets: { rules: { "newer-api": newerApi } } },
      languageOptions: { ecmaVersion: "latest", sourceType: isBuilt ? "script" : "module" },
      rules,
    },
  });
}

const told = (results) =>
  results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message }) => `${filePath.replace(fileURLToPath(STATIC), "")}:${line} ${message}`),
  );

const commentsOf = (css) => [...css.matchAll(/\/\*([\s\S]*?)\*\//g)].map(([, comment]) => comment);

function lintSheet(css) {
  const { code } = transformSync(lowerCss(css), { loader: "css", target: ESBUILD_TARGETS });
  return checkCss(code);
}

/** The report is not built, but handed on as it is. */
const REPORT = "../templates/export/report.css";

function lintSheets() {
  const sheets = readdirSync(new URL("css", STATIC), { recursive: true })
    .filter((name) => name.endsWith(".css"))
    .map((name) => `css/${name}`)
    .concat(REPORT);
  const shared = allowedBy(commentsOf(readFileSync(new URL(SHARED, STATIC), "utf8")));
  const found = sheets.map((name) => [name, readFileSync(new URL(name, STATIC), "utf8")]);
  const findings = found.flatMap(([name, css]) => {
    const own = name === SHARED ? [] : allowedBy(commentsOf(css));
    return withoutAllowed(name === REPORT ? checkCss(css, false) : lintSheet(css), own).map((one) => ({ ...one, sheet: name }));
  });
  return withoutAllowed(findings, shared).map((one) => `${one.sheet ?? SHARED} ${sentence(one)}`);
}

async function lintText([kind, text]) {
  if (kind === "css") return lintSheet(text).map(sentence);
  const results = await Promise.all([true, false].map((isBuilt) => linter(isBuilt).lintText(text)));
  return results.flat().flatMap(({ messages }) => messages.map(({ message }) => message));
}

async function lintAll() {
  const sources = await linter(false).lintFiles(["js/**/*.js"]);
  const built = await linter(true).lintFiles(["built/*.js"]);
  return [...told(sources), ...told(built), ...lintSheets()];
}

const ANSWERS = {
  "--texts": () => Promise.all(JSON.parse(readFileSync(0, "utf8")).map(lintText)),
  "--lacking": allLacking,
  undefined: lintAll,
};
console.log(JSON.stringify(await ANSWERS[process.argv[2]](), null, 2));
