/** Whether what somebody left as their address looks like one: to ask gently, never to refuse. */

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
const EMAIL_INSIDE = /[^\s@]+@[^\s@]+\.[^\s@.]+/;
const LINK = /^mailto:\s*/i;
const DIGITS_LEAST = 5;

const digitsIn = (text) => text.replace(/\P{Nd}/gu, "").length;

/**
 * What to ask about an email address and a phone number, or null: {about, key, better}. `about` is
 * what was typed, `better` what was probably meant.
 */
export function doubtIn({ email, phone }) {
  const [address, number] = [email.trim(), phone.trim()];
  if (LINK.test(address)) {
    const better = address.replace(LINK, "").split("?")[0];
    return EMAIL.test(better) ? { about: address, key: "link", better } : { about: address, key: "email" };
  }
  if (address && !EMAIL.test(address)) return { about: address, key: "email" };
  if (number && digitsIn(number) < DIGITS_LEAST) return { about: number, key: "phone" };
  return null;
}

/** Whether a text has a phone number or an email address somewhere in it. */
export function saysHowToReach(text) {
  return EMAIL_INSIDE.test(text) || digitsIn(text) >= DIGITS_LEAST;
}
