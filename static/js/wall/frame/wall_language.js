/** The language of this wall: what the hall reads, whatever the phones of this browser speak. */
import { fetchWording, language } from "../../shared/wording.js";

const COOKIE_FOR_S = 60 * 60 * 24 * 30;

/** Speak another language from now on, also after a reload (screens/wall/pages.py). */
export async function speak(code) {
  document.cookie = `wall_language=${code}; path=/wall; max-age=${COOKIE_FOR_S}; samesite=strict`;
  try {
    await fetchWording(code);
  } catch {
    // no connection: the next load speaks it
  }
  return language();
}
