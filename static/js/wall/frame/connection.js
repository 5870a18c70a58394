import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";

const PATIENCE_MS = 2_500; // a short gap is nobody's business in the hall

/** Small words in the corner while the wall shows the last it knew. */
export function Connection({ connected }) {
  const [worth, setWorth] = useState(false);
  useEffect(() => {
    setWorth(false);
    if (connected) return undefined;
    const timer = setTimeout(() => setWorth(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  if (connected || !worth) return null;
  return html`<p class="connection" role="status">${say("wall.offline")}</p>`;
}
