import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";

const FADE_MS = 1_200; // as long as the animation in wall/frame/motion.css

/** Shows its children; when `name` changes, what was there fades away under what comes. */
export function Crossfade({ name, children }) {
  const layers = useRef([]);
  const made = useRef(0);
  const [, redraw] = useState(0);
  const top = layers.current.slice(-1)[0];
  if (top?.name === name) {
    top.children = children;
  } else {
    made.current += 1;
    layers.current = [...layers.current.slice(-1), { name, id: made.current, children }];
  }
  useEffect(() => {
    if (layers.current.length < 2) return undefined;
    const timer = setTimeout(() => {
      layers.current = layers.current.slice(-1);
      redraw((n) => n + 1);
    }, FADE_MS);
    return () => clearTimeout(timer);
  }, [name]);
  const last = layers.current.length - 1;
  return html`
    <div class="fade">
      ${layers.current.map(
        (layer, index) => html`
          <div
            key=${layer.id}
            class=${`fade-layer ${index < last ? "leaving" : "coming"} ${layer.id === 1 ? "first" : ""}`}
            aria-hidden=${index < last ? "true" : null}
          >
            ${layer.children}
          </div>
        `,
      )}
    </div>
  `;
}
