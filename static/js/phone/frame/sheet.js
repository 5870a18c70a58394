/** A dialog that covers the page, closed by its button or Escape. */
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";

import { say } from "../../shared/wording.js";

export function Sheet({ ui, title, children }) {
  const close = () => ui.set({ sheet: null });
  const top = useRef(null);
  useEffect(() => {
    const back = document.activeElement;
    top.current.focus();
    const onKey = (event) => event.key === "Escape" && close();
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      back?.focus?.();
    };
  }, []);
  return html`
    <section class="sheet" role="dialog" aria-modal="true" aria-label=${title}>
      <header class="sheet-top">
        <h2 tabindex="-1" ref=${top}>${title}</h2>
        <button type="button" onClick=${close}>${say("phone.close_sheet")}</button>
      </header>
      ${children}
    </section>
  `;
}
