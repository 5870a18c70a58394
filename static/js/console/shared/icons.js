/** The console's icons, drawn inline; each stands beside a word and is hidden from screen readers. */

import { html } from "htm/preact";

const PATHS = {
  undo: "M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 0 10H8",
  redo: "m12 5 4.5 4.5L12 14M16 9.5H9a5 5 0 0 0 0 10h3",
  merge: "M4 4v4a4 4 0 0 0 4 4h8m-4-4 4 4-4 4M4 20v-4a4 4 0 0 1 4-4",
  split: "M3 12h5m0 0 8-7m-8 7 8 7M12 4h5v5m0 6v5h-5",
  pen: "m4 16 9-9 3 3-9 9H4v-3zM14.5 5.5l3 3",
  hide: "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zM4 20 20 4",
  eye: "M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zm9 2.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  dot: "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z",
  group: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm8 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2-5 5-5s5 2 5 5m-1-4c1-.7 2.5-1 4-1 3 0 5 2 5 5",
  people: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 10c0-4 3-7 8-7s8 3 8 7",
  cards: "M4 7h11v13H4zM8 7V4h12v12h-4M7 11h5m-5 4h5",
  gear: "M5 7h8m4 0h2M5 12h2m4 0h8M5 17h9m4 0h1M13 5v4M7 10v4m7 1v4",
  take: "M12 4v11m-4-4 4 4 4-4M4 18v2h16v-2",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  key: "M14 10a4 4 0 1 0-4 4l1-1h2v-2h1l6-6V3h-2z",
  wall: "M3 5h18v11H3zm9 11v4m-4 0h8",
  flag: "M6 21V4h11l-2.5 4L17 12H6",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zm5-1.5L21 21",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  plus: "M12 5v14M5 12h14",
  cross: "m6 6 12 12M18 6 6 18",
  check: "m5 13 4 4L19 7",
  question: "M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7m0 3.5v.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zm0-14v5l3 2",
};

export function Icon({ name }) {
  return html`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} />
  </svg>`;
}
