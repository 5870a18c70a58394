/** The number of a colour for a text, 0 to colours - 1: the same as long as it is the same text. */
export function colourOf(text, colours) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 65_521;
  return sum % colours;
}
