import { bootstrap } from "./bootstrap.js";

/** How far the server's clock is ahead of this device's. */
const SERVER_AHEAD_MS = bootstrap.at_server ? Date.parse(bootstrap.at_server) - Date.now() : 0;

export function serverNow() {
  return Date.now() + SERVER_AHEAD_MS;
}

/** Whole minutes until `endsAt` (ISO time), rounded up; 0 when it is over, null without one. */
export function minutesLeft(endsAt, now = serverNow()) {
  if (!endsAt) return null;
  return Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 60_000));
}
