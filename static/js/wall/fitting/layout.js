import { useEffect, useLayoutEffect, useState } from "preact/hooks";

import { firstThatFits, pagesOf } from "./packing.js";
import { unit } from "./unit.js";

const GAP_EM = 0.55;
const EMPTY = { pages: [], fontSize: 16, width: 100, gap: 0 };

/** Measures `items` in `ruler` and returns how they stand in `box`; anew when either changes. */
export function useLayout({ box, ruler, items, sizes, narrowest, widest, columns = 4, fewest = 1, apart = GAP_EM }) {
  const [layout, setLayout] = useState(EMPTY);
  const room = useRoom(box);
  const content = items.map((item) => `${item.key}\u0000${item.text}`).join("\u0001");
  useLayoutEffect(() => {
    if (!ruler.current || room.width === 0) return;
    setLayout(layOut({ ruler: ruler.current, room, sizes, narrowest, widest, columns, fewest, apart }));
  }, [content, room, sizes.join(), narrowest, widest, columns, fewest]);
  return layout;
}

function layOut({ ruler, room, sizes, narrowest, widest, columns, fewest, apart }) {
  const children = [...ruler.children];
  const useful = Math.max(1, Math.min(columns, children.length));
  const tried = (size) => {
    const fontSize = size * unit();
    const gap = fontSize * apart;
    const possible = Math.floor((room.width + gap) / (narrowest * fontSize + gap));
    const count = Math.max(Math.min(fewest, useful), Math.min(useful, possible), 1);
    const width = Math.min((room.width - gap * (count - 1)) / count, widest * fontSize);
    Object.assign(ruler.style, { fontSize: `${fontSize}px`, width: `${width}px` });
    const heights = children.map((child) => Math.ceil(child.getBoundingClientRect().height));
    const pages = pagesOf(heights, { columns: count, limit: room.height, gap });
    const over = Math.max(0, ...heights) > room.height;
    return { pages, fontSize, width, gap, over, fits: pages.length <= 1 && !over };
  };
  const best = tried(firstThatFits(sizes, (size) => tried(size).fits));
  if (best.fits) return best;
  const most = best.pages.length; // where pages must turn, the largest type that needs no more of them
  const enough = ({ pages, over }) => pages.length <= most && !over;
  return tried(firstThatFits(sizes, (size) => enough(tried(size))));
}

/** The size of the element, and a new object whenever it or the fonts on the page change. */
function useRoom(box) {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    let seen = "";
    const look = (again) => {
      const { clientWidth: width, clientHeight: height } = element;
      const now = `${width} ${height} ${unit()}`;
      if (again || now !== seen) setRoom({ width, height });
      seen = now;
    };
    const observer = new ResizeObserver(() => look(false));
    observer.observe(element);
    look(true);
    document.fonts?.ready.then(() => look(true));
    return () => observer.disconnect();
  }, []);
  return room;
}
