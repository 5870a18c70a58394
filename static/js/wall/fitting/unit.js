/** The wall's unit: a hundredth of the height, less on narrow projectors; the same as --u in wall.css. */
export function unit() {
  return Math.min(window.innerHeight / 100, (window.innerWidth * 0.75) / 100);
}

export const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
