/** The dialog to merge topics: the title of the merged topic, and what happens to the dots. */

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { typedLine } from "../../shared/typed_text.js";
import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Dialog, Refusal } from "../shared/dialog.js";
import { Icon } from "../shared/icons.js";
import { TITLE_LENGTH } from "./split_draft.js";
import { PresenceNote } from "../shared/presence.js";

const OWN = "";

export function MergeDialog({ ui, view, topics: ids, into }) {
  const topics = ids.map((id) => view.topics[id]).filter(Boolean);
  const [chosen, setChosen] = useState(into ?? largestTopic(topics)?.id ?? OWN);
  const [own, setOwn] = useState(ui.draft(`merge:${ids.join()}`) ?? "");
  const { busy, refusal, ask } = useRequest(ui);
  const picked = view.topics[chosen] ? chosen : OWN;
  const title = (picked === OWN ? own : view.topics[picked].title).trim();
  const contributions = new Set(topics.flatMap((topic) => topic.contributions.map((c) => c.id))).size;
  const returned = useReturnedDots(ui, topics);
  const ready = topics.length > 1 && title !== "" && !busy;

  const merge = async () => {
    if (!ready) return;
    const answer = await ask("merge", { topics: topics.map((topic) => topic.id), title });
    if (!answer.ok) return;
    ui.keepDraft(`merge:${ids.join()}`, null);
    ui.closeDialog();
    ui.select([answer.topic]);
    ui.announce(say("console.merge.done", { count: topics.length }));
  };

  return html`
    <${Dialog}
      title=${say("console.merge.title", { count: topics.length })}
      onClose=${() => ui.closeDialog()}
      onSubmit=${merge}
      footer=${html`
        <p class="effect" role="status">${effectOf(topics, contributions, returned)}</p>
        <button type="button" class="plain" onClick=${() => ui.closeDialog()}>${say("console.cancel")}</button>
        <button type="submit" class="strong" disabled=${!ready}>
          <${Icon} name="merge" />${say("console.merge.do")}
        </button>
      `}
    >
      <${PresenceNote} ui=${ui} view=${view} topics=${ids} />
      <fieldset class="titles">
        <legend>${say("console.merge.which_title")}</legend>
        ${topics.map(
          (topic) => html`<label class="option" key=${topic.id}>
            <input
              type="radio"
              name="title"
              data-first=${topic.id === picked || undefined}
              checked=${topic.id === picked}
              onChange=${() => setChosen(topic.id)}
            />
            <bdi>${topic.title}</bdi>
            <small>
              ${say("console.card.contributions", { count: topic.contributions.length })}
              ${topic.dots > 0 && html` · ${say("console.card.dots", { count: topic.dots })}`}
            </small>
          </label>`,
        )}
        <div class="option">
          <input
            type="radio"
            name="title"
            aria-label=${say("console.merge.own_title")}
            checked=${picked === OWN}
            onChange=${() => setChosen(OWN)}
          />
          <input
            type="text"
            dir="auto"
            maxlength=${TITLE_LENGTH}
            aria-label=${say("console.merge.own_title")}
            placeholder=${say("console.merge.own_title")}
            value=${own}
            onFocus=${() => setChosen(OWN)}
            onInput=${(event) => {
              const typed = typedLine(event.currentTarget.value);
              setOwn(typed);
              ui.keepDraft(`merge:${ids.join()}`, typed);
            }}
          />
        </div>
      </fieldset>
      ${topics.some((topic) => topic.group) && html`<p class="aside">${say("console.merge.in_group")}</p>`}
      <${Refusal} text=${topics.length < 2 ? say("console.merge.gone") : refusal} />
    </${Dialog}>
  `;
}

/** The topic with the most contributions; its title is proposed. */
export function largestTopic(topics) {
  return topics.reduce(
    (best, topic) => (!best || topic.contributions.length > best.contributions.length ? topic : best),
    null,
  );
}

/** How many dots a merge would return to how many people; only the server knows whose they are. */
function useReturnedDots(ui, topics) {
  const [returned, setReturned] = useState(null);
  const dotted = topics.filter((topic) => topic.dots > 0);
  const dotsKey = topics.map((topic) => `${topic.id}:${topic.dots}:${topic.people}`).join(" ");
  useEffect(() => {
    let mounted = true;
    setReturned(null);
    if (dotted.length > 1) {
      const merge = { do: "merge", topics: topics.map((topic) => topic.id), title: "?" };
      ui.inquire("preview", merge).then((answer) => mounted && setReturned(answer?.ok ? answer : null));
    }
    return () => {
      mounted = false;
    };
  }, [dotsKey]);
  return returned;
}

function effectOf(topics, contributions, returned) {
  const words = [say("console.merge.effect", { count: contributions })];
  if (topics.some((topic) => topic.dots > 0)) words.push(say("console.merge.effect_dots"));
  if (returned?.dots > 0) {
    const dots = say("console.merge.back_dots", { count: returned.dots });
    words.push(say("console.merge.back", { dots, count: returned.people }));
  } else if (returned) words.push(say("console.merge.back_none"));
  return words.join(" ");
}
