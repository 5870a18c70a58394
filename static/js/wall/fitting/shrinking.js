import { useEffect, useLayoutEffect } from "preact/hooks";

const STEP = 0.94;
const SMALLEST = 0.5;

/** Makes `--shrink` of the element smaller until what is in it fits into its height. */
export function useShrink(box, content) {
  const shrink = () => {
    const element = box.current;
    if (!element) return;
    for (let size = 1; size >= SMALLEST; size *= STEP) {
      element.style.setProperty("--shrink", size.toFixed(3));
      if (element.scrollHeight <= element.clientHeight + 1) return;
    }
  };
  useLayoutEffect(shrink, [content]);
  useEffect(() => {
    const observer = new ResizeObserver(shrink);
    observer.observe(box.current);
    document.fonts?.ready?.then(shrink);
    return () => observer.disconnect();
  }, []);
}
