/** The dial of the timebox: a sector like on a kitchen timer, a full turn being an hour. */

const HOUR_MS = 3_600_000;

/** The outline of the sector from twelve o'clock clockwise; empty once the time is over. */
export function dialPath(left_ms, radius) {
  const part = Math.min(1, Math.max(0, left_ms / HOUR_MS));
  if (part === 0) return "";
  if (part === 1) {
    return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`;
  }
  const angle = part * 2 * Math.PI;
  const [x, y] = [radius * Math.sin(angle), -radius * Math.cos(angle)].map((n) => n.toFixed(2));
  return `M0 0V${-radius}A${radius} ${radius} 0 ${part > 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
}
