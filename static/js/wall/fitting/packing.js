/** Which items go onto which page and into which column. Heights in px; order is kept. */

/** Fill bins one after the other, each up to `limit`. An item taller than that gets a bin of its own. */
export function fill(heights, limit, gap) {
  const bins = [];
  let used = 0;
  heights.forEach((height, index) => {
    const bin = bins.slice(-1)[0];
    if (bin && used + gap + height <= limit) {
      bin.push(index);
      used += gap + height;
    } else {
      bins.push([index]);
      used = height;
    }
  });
  return bins;
}

/** Distribute the items over at most `count` bins, as evenly as their order allows. */
export function distribute(heights, count, gap) {
  const limit = lowestLimit(heights, count, gap);
  const bins = [];
  let from = 0;
  while (from < heights.length) {
    const left = count - bins.length;
    const even = sum(heights.slice(from), gap) / left;
    let to = from + 1;
    let used = heights[from];
    while (to < heights.length && used + gap + heights[to] <= limit) {
      const enough = used + gap + heights[to] / 2 > even;
      if (enough && fill(heights.slice(to), limit, gap).length <= left - 1) break;
      used += gap + heights[to];
      to += 1;
    }
    bins.push(Array.from({ length: to - from }, (_, i) => from + i));
    from = to;
  }
  return bins;
}

/** The lowest height at which `count` bins hold all items, to the pixel. */
function lowestLimit(heights, count, gap) {
  let low = Math.max(0, ...heights);
  if (fill(heights, low, gap).length <= count) return low;
  let high = sum(heights, gap);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(heights, middle, gap).length <= count) high = middle;
    else low = middle;
  }
  return high;
}

const sum = (heights, gap) => heights.reduce((all, height) => all + height + gap, -gap);

/**
 * Return the pages: a page is a list of columns, a column a list of indices.
 * As few pages as possible, and all of them about equally full.
 */
export function pagesOf(heights, { columns, limit, gap }) {
  if (heights.length === 0) return [];
  const needed = fill(heights, limit, gap).length;
  const count = Math.ceil(needed / columns);
  const bins = distribute(heights, count * columns, gap);
  const pages = [];
  for (let at = 0; at < bins.length; at += columns) pages.push(bins.slice(at, at + columns));
  return pages;
}

/**
 * Return the first of the candidates (largest type first) that `fits`, or the last where none does.
 * Asks only as often as halving needs: each question is a layout in the browser.
 */
export function firstThatFits(candidates, fits) {
  let from = 0;
  let to = candidates.length - 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (fits(candidates[middle])) to = middle;
    else from = middle + 1;
  }
  return candidates[from];
}
