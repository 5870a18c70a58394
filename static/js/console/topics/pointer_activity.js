/** A hook: whether pointer or keyboard were used in an element lately, so that nothing moves under them. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

const INSIDE_MS = 45_000;
const OUTSIDE_MS = 4_000;

export function usePointerActivity() {
  const [active, setActive] = useState(false);
  const timer = useRef(null);
  const handlers = useMemo(() => {
    const until = (ms) => () => {
      clearTimeout(timer.current);
      setActive(true);
      timer.current = setTimeout(() => setActive(false), ms);
    };
    return {
      onPointerEnter: until(INSIDE_MS),
      onPointerMove: until(INSIDE_MS),
      onPointerDown: until(INSIDE_MS),
      onPointerLeave: until(OUTSIDE_MS),
      onScroll: until(INSIDE_MS),
      onKeyDownCapture: until(INSIDE_MS),
    };
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [active, handlers];
}
