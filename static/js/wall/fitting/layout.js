import { useEffect, useLayoutEffect, useState } from "preact/hooks";

import { firstThatFits, pagesOf } from "./packing.js";
import { unit } from "./unit.js";

const GAP_EM = 0.55;
const EMPTY = { pages: [], fontSize: 16, width: 100, gap: 0 };

/** Measures `items` in the hidden element `ruler` and returns how they fit into `box`; again when either changes. */
export function useLayout({ box, ruler, items, sizes, narrowest, widest, columns = 4, fewest = 1, apart = GAP_EM }) {
  const [layout, setLayout] = useState(EMPTY);
  const size = useBoxSize(box);
  const content = items.map((item) => `${item.key}\u0000${item.text}`).join("\u0001");
  useLayoutEffect(() => {
    if (!ruler.current || size.width === 0) return;
    setLayout(layOut({ ruler: ruler.current, boxSize: size, sizes, narrowest, widest, columns, fewest, apart }));
  }, [content, size, sizes.join(), narrowest, widest, columns, fewest]);
  return layout;
}

function layOut({ ruler, boxSize, sizes, narrowest, widest, columns, fewest, apart }) {
  const children = [...ruler.children];
  const useful = Math.max(1, Math.min(columns, children.length));
  const layoutAt = (size) => {
    const fontSize = size * unit();
    const gap = fontSize * apart;
    const possible = Math.floor((boxSize.width + gap) / (narrowest * fontSize + gap));
    const count = Math.max(Math.min(fewest, useful), Math.min(useful, possible), 1);
    const width = Math.min((boxSize.width - gap * (count - 1)) / count, widest * fontSize);
    Object.assign(ruler.style, { fontSize: `${fontSize}px`, width: `${width}px` });
    const heights = children.map((child) => Math.ceil(child.getBoundingClientRect().height));
    const pages = pagesOf(heights, { columns: count, limit: boxSize.height, gap });
    const over = Math.max(0, ...heights) > boxSize.height;
    return { pages, fontSize, width, gap, over, fits: pages.length <= 1 && !over };
  };
  const best = layoutAt(firstThatFits(sizes, (size) => layoutAt(size).fits));
  if (best.fits) return best;
  const most = best.pages.length; // where pages must turn, the largest type that needs no more of them
  const enough = ({ pages, over }) => pages.length <= most && !over;
  return layoutAt(firstThatFits(sizes, (size) => enough(layoutAt(size))));
}

/** The size of the element, and a new object whenever it or the fonts on the page change. */
function useBoxSize(box) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    let seen = "";
    const look = (again) => {
      const { clientWidth: width, clientHeight: height } = element;
      const now = `${width} ${height} ${unit()}`;
      if (again || now !== seen) setSize({ width, height });
      seen = now;
    };
    const observer = new ResizeObserver(() => look(false));
    observer.observe(element);
    look(true);
    document.fonts?.ready?.then(() => look(true));
    return () => observer.disconnect();
  }, []);
  return size;
}
