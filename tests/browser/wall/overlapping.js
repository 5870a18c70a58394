/** The words of the cloud whose letters overlap, by their ink: a line box is higher than its letters. */
() => {
  const context = document.createElement("canvas").getContext("2d");
  const MEASURED_AT = 100;

  function inkOf(word) {
    const { fontWeight, fontFamily } = getComputedStyle(word);
    context.font = `${fontWeight} ${MEASURED_AT}px ${fontFamily}`;
    const measured = context.measureText(word.textContent);
    const { left, right } = word.getBoundingClientRect();
    const matrix = word.getScreenCTM();
    const base = matrix.f + Number(word.getAttribute("y")) * matrix.d;
    const [up, down] = [measured.actualBoundingBoxAscent, measured.actualBoundingBoxDescent];
    return { text: word.textContent, left, right, top: base - up * matrix.d, bottom: base + down * matrix.d };
  }

  const inks = [...document.querySelectorAll(".word:not(.leaving) text")].map(inkOf);
  const found = [];
  inks.forEach((a, i) =>
    inks.slice(i + 1).forEach((b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2) found.push([a.text, b.text, across, down]);
    }),
  );
  return found;
};
