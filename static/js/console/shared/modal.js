/**
 * Opens a <dialog> as a modal one: by the browser's own means where it has dialogs, else (Safari
 * before 15.4, Firefox before 98) by an attribute, a backdrop, and a focus that stays inside.
 */

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])";

/** `onCancel` is called on Escape. Returns how to close it. */
export function openModal(element, onCancel) {
  const open = typeof element.showModal === "function" ? openNative : openAsIf;
  return open(element, onCancel);
}

function openNative(element, onCancel) {
  const cancel = (event) => {
    event.preventDefault();
    onCancel();
  };
  // newer: showModal - openModal has asked for it
  element.showModal();
  element.addEventListener("cancel", cancel);
  return () => {
    element.removeEventListener("cancel", cancel);
    element.close();
  };
}

function openAsIf(element, onCancel) {
  const backdrop = document.createElement("div");
  backdrop.className = "dialog-backdrop";
  document.body.append(backdrop);
  element.setAttribute("open", "");
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-modal", "true");
  element.classList.add("as-if");

  const key = (event) => {
    if (event.key === "Escape") onCancel();
    if (event.key === "Tab") keepInside(element, event);
  };
  const focus = (event) => {
    if (!element.contains(event.target)) focusable(element)[0]?.focus();
  };
  document.addEventListener("keydown", key);
  document.addEventListener("focusin", focus);
  focusable(element)[0]?.focus();
  return () => {
    document.removeEventListener("keydown", key);
    document.removeEventListener("focusin", focus);
    backdrop.remove();
    element.removeAttribute("open");
  };
}

function focusable(element) {
  return [...element.querySelectorAll(FOCUSABLE)].filter((one) => !one.disabled && one.getClientRects().length);
}

/** From the last one on to the first, and from the first one back to the last. */
function keepInside(element, event) {
  const all = focusable(element);
  const [from, to] = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to.focus();
}
