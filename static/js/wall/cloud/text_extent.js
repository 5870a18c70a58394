/** The size of a word of the cloud as this browser draws it. */

let context = null;

/** Its width and height, and how far below its middle its baseline is. */
export function textExtent(text, size) {
  context ??= document.createElement("canvas").getContext("2d");
  context.font = `${cloudWeight()} ${size}px ${cloudFont()}`;
  const measured = context.measureText(text);
  const [up, down] = [measured.actualBoundingBoxAscent, measured.actualBoundingBoxDescent];
  return { width: measured.width, height: up + down, down: (up - down) / 2 };
}

const style = (name, otherwise) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;
const cloudFont = () => style("--font", "sans-serif");
const cloudWeight = () => style("--cloud-weight", "700");
