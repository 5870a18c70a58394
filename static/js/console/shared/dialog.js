/**
 * A modal dialog. It keeps the focus inside and returns it when it closes; where the card that had
 * it is gone by then, as after a merge, the board's current card gets it.
 */

import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Icon } from "./icons.js";
import { openModal } from "./modal.js";

/**
 * `onSubmit` runs on Enter in a field and on the button of type submit.
 * `size` is "small", "medium" or "wide".
 */
export function Dialog({ title, onClose, onSubmit, size = "medium", footer, children }) {
  const box = useRef(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    const element = box.current;
    const closeModal = openModal(element, () => close.current());
    element.querySelector("[data-first]")?.focus();
    return () => {
      closeModal();
      const fallback = before?.isConnected ? before : document.querySelector('.cards [tabindex="0"]');
      fallback?.focus({ preventScroll: true });
    };
  }, []);

  const submit = (event) => {
    event.preventDefault();
    onSubmit?.();
  };

  // newer: dialog - openModal makes do without
  return html`
    <dialog ref=${box} class="dialog ${size}" aria-labelledby="dialog-title">
      <form class="dialog-form" onSubmit=${submit} noValidate>
        <header class="dialog-head">
          <h2 id="dialog-title">${title}</h2>
          <button type="button" class="plain" onClick=${onClose} aria-label=${say("console.close")}>
            <${Icon} name="cross" />
          </button>
        </header>
        <div class="dialog-body">${children}</div>
        ${footer && html`<footer class="dialog-foot">${footer}</footer>`}
      </form>
    </dialog>
  `;
}

/** Why the server refused, shown where the act was asked for. */
export function Refusal({ text }) {
  return html`<p class="refusal" role="alert" hidden=${!text}>${text}</p>`;
}
