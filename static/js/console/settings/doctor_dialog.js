/** The dialog of the doctor's findings about this laptop, each with what to do. */

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";

/** What needs somebody first, then hints, then what is well. */
export function worstFirst(findings) {
  const rank = ({ well }) => (well === false ? 0 : well === null ? 1 : 2);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

const LOOKS = {
  true: ["well", "check", "console.doctor.well"],
  false: ["bad", "flag", "console.doctor.not_well"],
  null: ["hint", "more", "console.doctor.hint"],
};

export function DoctorDialog({ ui }) {
  const [findings, setFindings] = useState(null);
  const [refusal, setRefusal] = useState("");

  const examine = async () => {
    setRefusal("");
    try {
      const answer = await fetch("/console/doctor.json");
      if (!answer.ok) throw new Error(answer.status);
      setFindings((await answer.json()).findings);
    } catch {
      setRefusal(say("console.doctor.failed"));
    }
  };
  useEffect(() => {
    examine();
  }, []);

  return html`
    <${Dialog}
      title=${say("console.doctor.title")}
      onClose=${() => ui.closeDialog()}
      onSubmit=${examine}
      footer=${html`<button type="submit" data-first class="strong">${say("console.doctor.again")}</button>`}
    >
      ${findings
        ? html`<ul class="findings" role="status">
            ${worstFirst(findings).map(({ well, key, gaps }) => {
              const [look, icon, word] = LOOKS[well];
              return html`<li key=${key} class=${look}>
                <${Icon} name=${icon} />
                <p><span class="unseen">${say(word)}</span> ${say(key, gaps)}</p>
              </li>`;
            })}
          </ul>`
        : !refusal && html`<p role="status">${say("console.doctor.looking")}</p>`}
      <${Refusal} text=${refusal} />
    </${Dialog}>
  `;
}
