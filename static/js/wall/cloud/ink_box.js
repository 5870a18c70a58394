/** What a word of the cloud covers when this browser prints it. */

let pen = null;

/** Its width and height, and how far below its middle its baseline is. */
export function inkOf(text, size) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${cloudWeight()} ${size}px ${cloudFont()}`;
  const ink = pen.measureText(text);
  const [up, down] = [ink.actualBoundingBoxAscent, ink.actualBoundingBoxDescent];
  return { width: ink.width, height: up + down, down: (up - down) / 2 };
}

const style = (name, otherwise) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;
const cloudFont = () => style("--font", "sans-serif");
const cloudWeight = () => style("--cloud-weight", "700");
