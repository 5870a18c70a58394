/** What of the frame of the wall lies over a scene, or over another part of the frame. */
() => {
  const isSeen = ([element, box]) => box.width && getComputedStyle(element).visibility !== "hidden";
  const boxes = (selector) =>
    [...document.querySelectorAll(selector)].map((element) => [element, element.getBoundingClientRect()]).filter(isSeen);
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector(".frame"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest(".ruler, .leaving, .frame-head")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) texts.push([parent, box]);
  }
  const pictures = boxes(".frame img, .cloud-words text");
  const around = boxes(".controls, .connection, .clock, .corner, .frame-head h1");
  const areApart = (a, b) =>
    a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  const name = (element) => `${element.className || element.tagName} "${element.textContent.slice(0, 30)}"`;
  const found = new Set();
  for (const [one, box] of around) {
    for (const [other, otherBox] of [...texts, ...pictures, ...around]) {
      if (one.contains(other) || other.contains(one) || areApart(box, otherBox)) continue;
      found.add(`${name(one)} covers ${name(other)}`);
    }
  }
  return [...found];
};
