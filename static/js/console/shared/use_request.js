/** A hook for acts sent from a dialog: whether one is under way, and the sentence of a refusal. */

import { useRef, useState } from "preact/hooks";

import { say } from "../../shared/wording.js";

export function useRequest(ui) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const running = useRef(false);

  /** Resolves to the answer; a second press while one is under way does nothing. */
  const ask = async (kind, fields) => {
    if (running.current) return { ok: false, message: "" };
    running.current = true;
    setBusy(true);
    setRefusal("");
    const answer = await ui.ask(kind, fields);
    running.current = false;
    setBusy(false);
    if (!answer.ok) setRefusal(answer.message);
    return answer;
  };

  const overdue = busy && ui.state.overdue > 0 ? say("console.overdue") : "";
  return { busy, refusal: refusal || overdue, ask, setRefusal };
}
