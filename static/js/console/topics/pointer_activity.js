/** Whether somebody is at work among the cards, so that none may move under their pointer. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";

const INSIDE_MS = 45_000;
const OUTSIDE_MS = 4_000;

export function useStill() {
  const [still, setStill] = useState(false);
  const timer = useRef(null);
  const handlers = useMemo(() => {
    const until = (ms) => () => {
      clearTimeout(timer.current);
      setStill(true);
      timer.current = setTimeout(() => setStill(false), ms);
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
  return [still, handlers];
}
