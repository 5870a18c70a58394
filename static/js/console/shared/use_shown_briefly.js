/** A hook for keys and codes: shown on request, hidden by hand, by leaving, and after a while. */

import { useEffect, useState } from "preact/hooks";

const SHOWN_FOR_MS = 90_000;

export function useShownBriefly() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown, setShown];
}
