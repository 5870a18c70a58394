/** Asking the server from a dialog: whether it is under way, and what was refused. */

import { useRef, useState } from "preact/hooks";

export function useAsking(desk) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState("");
  const running = useRef(false);

  /** Resolves to the answer; a second press while one is under way does nothing. */
  const ask = async (kind, fields) => {
    if (running.current) return { ok: false, message: "" };
    running.current = true;
    setBusy(true);
    setRefusal("");
    const answer = await desk.ask(kind, fields);
    running.current = false;
    setBusy(false);
    if (!answer.ok) setRefusal(answer.message);
    return answer;
  };

  return { busy, refusal, ask, setRefusal };
}
