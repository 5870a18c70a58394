/**
 * Two functions for a page. `checkColours`, in its own colours, collects what is drawn: marks without
 * letters, pieces with a ground of their own, and every class and state that changes how something
 * looks. `checkLost`, in the colours of the system, returns what of it can no longer be seen.
 */
() => {
  const LOOK = ["backgroundImage", "borderTopStyle", "borderTopWidth", "borderTopColor",
    "borderBottomStyle", "borderBottomWidth", "borderBottomColor", "borderLeftStyle",
    "borderLeftWidth", "borderLeftColor", "outlineStyle", "outlineWidth", "outlineColor",
    "backgroundColor", "boxShadow", "textDecorationLine", "fontWeight", "fontSize", "opacity",
    "visibility", "display", "transform", "fill", "stroke", "content", "width", "height",
    "borderTopLeftRadius"];
  const PSEUDO = [null, "::before", "::after"];
  const clear = (colour) => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const style = (one, pseudo) => getComputedStyle(one, pseudo);
  const exists = (one, pseudo) => !pseudo || style(one, pseudo).content !== "none";

  /** The colour behind an element. */
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = style(at).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return style(document.documentElement).backgroundColor;
  };
  const seen = (one) => {
    const box = one.getBoundingClientRect();
    return box.width >= 3 && box.height >= 3 && style(one).visibility === "visible"
      && style(one).opacity !== "0" && !one.closest(".unseen, [hidden], .print-sheet");
  };
  /** Whether an element, or what stands before or after its content, is painted at all. */
  const isPainted = (one, pseudo) => {
    const look = style(one, pseudo);
    const beneath = pseudo ? behind(one) : behind(one.parentElement ?? one);
    const border = ["Top", "Right", "Bottom", "Left"].some((side) =>
      look[`border${side}Style`] !== "none" && parseFloat(look[`border${side}Width`]) > 0
      && !clear(look[`border${side}Color`]) && look[`border${side}Color`] !== beneath);
    const outline = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0;
    const ground = !clear(look.backgroundColor) && look.backgroundColor !== beneath;
    const picture = /url|gradient/.test(look.backgroundImage);
    return border || outline || ground || picture;
  };
  const isEmpty = (one) => one.textContent.trim() === ""
    && !one.matches("img, svg, svg *, canvas, input, textarea, select, meter, progress, video")
    && !one.querySelector("img, svg, canvas, input, textarea, select, meter");
  const name = (one, pseudo = "") => {
    const tag = one.tagName.toLowerCase();
    const classes = [...one.classList].map((c) => `.${c}`).join("");
    const parent = one.parentElement?.classList[0] ?? one.parentElement?.tagName.toLowerCase();
    return `${parent} > ${tag}${classes}${pseudo ?? ""}`;
  };
  /** How an element and all in it look, without the colour of letters. */
  const looks = (one) => JSON.stringify([one, ...one.querySelectorAll("*")].slice(0, 80).map((part) =>
    PSEUDO.map((pseudo) => exists(part, pseudo) && lookOf(style(part, pseudo)))));
  const lookOf = (look) => LOOK.map((what) => {
    const side = /^(border(Top|Bottom|Left)|outline)Color$/.exec(what)?.[1];
    const isDrawn = !side || (look[`${side}Style`] !== "none" && parseFloat(look[`${side}Width`]) > 0);
    return isDrawn && look[what];
  });

  const STATES = ["aria-pressed", "aria-checked", "aria-current", "aria-selected", "aria-disabled", "disabled"];
  /** Each class and state of an element, with what takes it away and gives it back. */
  const statesOf = (one) => [
    ...[...one.classList].map((token) => [`.${token}`,
      () => one.classList.remove(token), () => one.classList.add(token)]),
    ...STATES.filter((state) => one.hasAttribute(state) && one.getAttribute(state) !== "false").map((state) => {
      const value = one.getAttribute(state);
      return [`[${state}=${value}]`, () => one.removeAttribute(state), () => one.setAttribute(state, value)];
    }),
  ];
  const differs = ([one, without, back]) => {
    const before = looks(one);
    without();
    const after = looks(one);
    back();
    return before !== after;
  };

  window.checkColours = () => {
    const all = [...document.querySelectorAll("body *")].filter(seen);
    const marks = [];
    for (const one of all) {
      if (isEmpty(one) && isPainted(one)) marks.push([one, null]);
      for (const pseudo of PSEUDO.slice(1)) {
        const empty = /^("")$/.test(style(one, pseudo).content);
        if (empty && isPainted(one, pseudo)) marks.push([one, pseudo]);
      }
    }
    const pieces = all.filter((one) => one.matches("li, article, dialog, button, [role=option]")
      && !isEmpty(one) && isPainted(one));
    const states = all.filter((one) => one.querySelectorAll("*").length < 80)
      .flatMap((one) => statesOf(one).map(([token, without, back]) => [one, token, without, back]))
      .filter(([one, , without, back]) => differs([one, without, back]));
    window.drawnByColour = { marks, pieces, states };
  };
  window.checkLost = () => {
    const { marks, pieces, states } = window.drawnByColour;
    const lost = [
      ...marks.filter(([one, pseudo]) => one.isConnected && !isPainted(one, pseudo)).map(([one, pseudo]) => `mark ${name(one, pseudo)}`),
      ...pieces.filter((one) => one.isConnected && !isPainted(one)).map((one) => `piece ${name(one)}`),
      ...states
        .filter(([one, , without, back]) => one.isConnected && !differs([one, without, back]))
        .map(([one, token]) => `state ${token} of ${name(one)}`),
    ];
    return [...new Set(lost)];
  };
}
