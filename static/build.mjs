/**
 * Packs each screen into one script and one stylesheet under built/, with a hash in the name;
 * manifest.json says what is called what.
 */
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { lowerCss } from "./lower_css.mjs";
import { ESBUILD_TARGETS } from "./targets.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "built");
const SCREENS = ["phone", "console", "wall"];
const ENTRIES = [...SCREENS, "loader"];
/** The loader may try a script twice at once on slow Wi-Fi: whichever comes second does nothing. */
const ONCE = 'if(document.getElementById("start"))';
/** The loader has to be understood by those that do not understand the rest. */
const LOADER_TARGET = "es5";

/**
 * Leaves out what a screen does not need, so that the phone page stays below 60 kB: the spaces of
 * templates, WebTransport (it needs HTTPS), binary packets (the wire has none), and on phones, which
 * no proxy parts from the laptop, long polling.
 */
const slim = (screen) => ({
  name: "slim",
  setup({ onLoad }) {
    const instead = (filter, contents) => onLoad({ filter }, () => ({ contents }));
    onLoad({ filter: /static.js[\\/\w]+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\n\s+/g, "\n"),
    }));
    instead(/engine\.io-client.build.esm.transports.webtransport\.js$/, "export class WT {}");
    instead(
      /socket\.io-parser.build.esm.(is-)?binary\.js$/,
      "export const isBinary = () => false, hasBinary = isBinary, deconstructPacket = 0, reconstructPacket = 0;",
    );
    if (screen === "phone") {
      instead(/engine\.io-parser.build.esm.contrib.base64-arraybuffer\.js$/, "export const decode = 0;");
      instead(/engine\.io-client.build.esm.transports.polling-xhr(\.node)?\.js$/, "export class XHR {}");
    }
  },
});

const lower = {
  name: "lower",
  setup({ onLoad }) {
    onLoad({ filter: /static.css.[\\/\w]+\.css$/ }, ({ path }) => ({
      contents: lowerCss(readFileSync(path, "utf8")),
      loader: "css",
      resolveDir: dirname(path),
    }));
  },
};

const shared = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  write: false,
  logLevel: "warning",
  // old Safaris stumble over rare forms of it only, none of which stand here
  supported: { destructuring: true },
  outdir: OUT,
  assetNames: "[name]-[hash]",
  publicPath: "/static/built",
};

/** Phones get the font inside the stylesheet: one request less over Wi-Fi. */
async function pack(entry, screen) {
  const { outputFiles } = await build({
    ...shared,
    plugins: [slim(screen), lower],
    entryPoints: [entry],
    target: screen === "loader" ? LOADER_TARGET : ESBUILD_TARGETS,
    format: "iife",
    banner: SCREENS.includes(screen) && entry.endsWith(".js") ? { js: ONCE } : {},
    loader: { ".woff2": screen === "phone" ? "dataurl" : "file" },
  });
  return outputFiles;
}

function keep(manifest, name, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const file = name.replace(/\.(\w+)$/, `-${hash}.$1`);
  manifest[name] = file;
  writeFileSync(join(OUT, file), contents);
}

async function buildAll() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const manifest = {};
  for (const screen of ENTRIES) {
    for (const [entry, name] of [
      [`js/${screen}/main.js`, `${screen}.js`],
      [`css/${screen}.css`, `${screen}.css`],
    ]) {
      if (!existsSync(join(HERE, entry))) continue;
      for (const file of await pack(entry, screen)) {
        if (/\.(js|css)$/.test(file.path)) keep(manifest, name, file.contents);
        else writeFileSync(file.path, file.contents);
      }
    }
  }
  if (existsSync(join(HERE, "css/page.css"))) {
    keep(manifest, "page.css", readFileSync(join(HERE, "css/page.css")));
  }
  writeFileSync(join(OUT, "manifest.json"), JSON.stringify(manifest, null, 2));
}

await buildAll();
