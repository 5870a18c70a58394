import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { inKeptSpace } from "./kept_space.js";
import { colourOf, nextWords } from "./words.js";
import { contributionsIn } from "../scenes/selectors.js";
import { Empty } from "../scenes/empty.js";
import { Heading } from "../frame/heading.js";
import { textExtent } from "./text_extent.js";

const DRAWN_AT = 100; // one font size for all words, scaled: so a word grows without a jump

/** The live word cloud, and how many contributions it is made of. */
export function Cloud({ view }) {
  const cloud = view.cloud;
  const words = useWords(cloud);
  const count = contributionsIn(view);
  // newer: translate - a browser without it does not translate
  return html`
    <section class="scene cloud">
      <${Heading} count=${count ? say("wall.contributions", { count }) : null}>${say("wall.cloud.heading")}<//>
      ${words.length === 0
        ? html`<${Empty}>${say(count ? "wall.cloud.soon" : "wall.cloud.none")}<//>`
        : html`<svg
            class="cloud-words"
            viewBox=${`0 0 ${cloud?.w ?? 1600} ${cloud?.h ?? 700}`}
            role="img"
            translate="no"
            aria-label=${words.map((word) => word.text).join(", ")}
          >
            ${words.map((word) => html`<${Word} key=${word.text} word=${word} />`)}
          </svg>`}
      <p class="foot-line">
        ${say("wall.cloud.how")}${cloud?.more > 0 ? html` <span class="more">${say("wall.cloud.more", { count: cloud.more })}</span>` : null}
      </p>
    </section>
  `;
}

function Word({ word }) {
  const { text, x, y, size, rotated, fresh, leaving } = word;
  const scale = size / DRAWN_AT;
  const turn = rotated ? " rotate(-90deg)" : "";
  const kind = leaving ? "leaving" : fresh ? "fresh" : "";
  return html`
    <g
      class=${`word colour-${colourOf(text)} ${kind}`}
      style=${{ transform: `translate(${x}px, ${y}px)${turn} scale(${scale})` }}
    >
      <text y=${textExtent(text, DRAWN_AT).down} text-anchor="middle" font-size=${DRAWN_AT}>${text}</text>
    </g>
  `;
}

/** The words as they are drawn now, kept from one layout to the next. */
function useWords(cloud) {
  const shown = useRef({ cloud: null, words: [] });
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    document.fonts?.ready?.then(() => setFonts(1)); // from here on ink is measured with the real font
  }, []);
  const { current } = shown;
  if (cloud && (current.cloud !== cloud || current.fonts !== fonts)) {
    const words = nextWords(current.words, inKeptSpace(cloud.words, textExtent));
    shown.current = { cloud, fonts, words };
  }
  return shown.current.words;
}
