/** The wall's unit: a hundredth of the height, less on narrow projectors; the same as --u in wall/frame/frame.css. */
export function unit() {
  return Math.min(window.innerHeight / 100, (window.innerWidth * 0.75) / 100);
}

export const prefersReducedMotion = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
