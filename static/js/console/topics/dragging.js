/**
 * Dragging cards with mouse, pen or finger. It uses pointer events and its own drag image, because
 * the browser's built-in dragging works without touch and shows no count.
 */

const THRESHOLD_PX = 7;
const FINGER_HOLD_MS = 350;
const EDGE_PX = 48;
const SCROLL_PX = 14;

/**
 * Watch `board` for drags that begin on `[data-topic]`, or on what else `what` names.
 * `describe(id)` gives `{ids, text}`, `allowed(ids, target)` whether they may go there, `onDrop(ids,
 * target)` gets the value of the `data-drop` they were let go over, `onOver(target)` the one they
 * are over, or null. Returns a function that stops watching.
 */
export function watchDrags(board, { what = "topic", describe, allowed, onDrop, onOver }) {
  let drag = null;
  let justDragged = false;

  const down = (event) => {
    const card = event.target.closest(`[data-${what}]`);
    if (!card || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, button")) return;
    drag = { id: card.dataset[what], card, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    if (event.pointerType === "touch") {
      drag.hold = setTimeout(() => drag && begin(event), FINGER_HOLD_MS);
    }
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", stop);
    window.addEventListener("keydown", key, true);
  };

  const begin = (event) => {
    const { ids, text } = describe(drag.id);
    drag.ids = ids;
    drag.ghost = makeGhost(text, ids.length);
    (board.closest("dialog") ?? document.body).append(drag.ghost);
    document.documentElement.classList.add("dragging");
    follow(event.clientX, event.clientY);
    drag.timer = setInterval(scrollAtEdge, 30);
  };

  const move = (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > THRESHOLD_PX;
    if (!drag.ghost) {
      if (!far) return;
      if (event.pointerType === "touch") return stop();
      begin(event);
    }
    event.preventDefault();
    follow(event.clientX, event.clientY);
  };

  const follow = (x, y) => {
    drag.at = { x, y };
    drag.ghost.style.transform = `translate(${x + 12}px, ${y + 8}px)`;
    const element = document.elementFromPoint(x, y)?.closest("[data-drop]");
    const target = element && allowed(drag.ids, element.dataset.drop) ? element : null;
    if (target === drag.target) return;
    drag.target?.classList.remove("drop-here");
    target?.classList.add("drop-here");
    drag.target = target;
    onOver?.(target?.dataset.drop ?? null);
  };

  const scrollAtEdge = () => {
    if (!drag?.at) return;
    const { top, bottom } = board.getBoundingClientRect();
    if (drag.at.y < top + EDGE_PX) board.scrollTop -= SCROLL_PX;
    else if (drag.at.y > bottom - EDGE_PX) board.scrollTop += SCROLL_PX;
    else return;
    follow(drag.at.x, drag.at.y);
  };

  const up = () => {
    const { ghost, target, ids } = drag ?? {};
    if (ghost) {
      justDragged = true;
      setTimeout(() => (justDragged = false));
    }
    stop();
    if (ghost && target) onDrop(ids, target.dataset.drop);
  };

  const key = (event) => {
    if (event.key !== "Escape" || !drag?.ghost) return;
    event.stopPropagation();
    stop();
  };

  const stop = () => {
    if (!drag) return;
    clearTimeout(drag.hold);
    clearInterval(drag.timer);
    drag.ghost?.remove();
    drag.target?.classList.remove("drop-here");
    if (drag.target) onOver?.(null);
    drag = null;
    document.documentElement.classList.remove("dragging");
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    window.removeEventListener("pointercancel", stop);
    window.removeEventListener("keydown", key, true);
  };

  const click = (event) => {
    if (justDragged) event.stopPropagation();
  };
  const touch = (event) => {
    if (drag?.ghost) event.preventDefault();
  };

  board.addEventListener("pointerdown", down);
  board.addEventListener("click", click, true);
  // newer: touchmove - what has no touch misses nothing
  board.addEventListener("touchmove", touch, { passive: false });
  return () => {
    stop();
    board.removeEventListener("pointerdown", down);
    board.removeEventListener("click", click, true);
    board.removeEventListener("touchmove", touch);
  };
}

function makeGhost(text, count) {
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  const words = document.createElement("bdi");
  words.textContent = text;
  ghost.append(words);
  if (count > 1) {
    const badge = document.createElement("b");
    badge.textContent = String(count);
    ghost.append(badge);
  }
  return ghost;
}
