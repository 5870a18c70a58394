/** How far below a word's middle its baseline is, so that what is printed stands in the middle. */

let pen = null;

export function inkOf(text, size) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${cloudWeight()} ${size}px ${cloudFont()}`;
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(text);
  return { down: (up - down) / 2 };
}

const style = (name, otherwise) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;
const cloudFont = () => style("--cloud-font", "sans-serif");
const cloudWeight = () => style("--cloud-weight", "700");
