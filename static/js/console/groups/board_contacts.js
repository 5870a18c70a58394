/** The contacts on group boards, to be erased on request; erasing cannot be undone. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";

import { say } from "../../shared/wording.js";
import { useRequest } from "../shared/use_request.js";
import { Refusal } from "../shared/dialog.js";
import { inOrder } from "./group_list.js";

export function BoardContacts({ ui, view }) {
  const groups = withContact(view);
  if (groups.length === 0) return null;
  return html`
    <section class="subsection board-contacts">
      <h3>${say("console.take.board_contacts")}</h3>
      <p>${say("console.take.board_contacts_what")}</p>
      <ul>${groups.map((group) => html`<${ContactOfGroup} key=${group.id} ui=${ui} group=${group} />`)}</ul>
    </section>
  `;
}

/** The groups at work, then the dissolved ones, as [{id, title, dissolved}]. */
export function withContact({ groups, dissolved_contacts }) {
  const working = inOrder(groups).filter((group) => group.board.contact?.value);
  return [
    ...working.map(({ id, title }) => ({ id, title, dissolved: false })),
    ...dissolved_contacts.map(({ group, title }) => ({ id: group, title, dissolved: true })),
  ];
}

function ContactOfGroup({ ui, group }) {
  const [sure, setSure] = useState(false);
  const { busy, refusal, ask } = useRequest(ui);

  const erase = async () => {
    const answer = await ask("erase_board_contact", { group: group.id });
    if (answer.ok) ui.announce(say("console.take.erased"));
  };
  return html`
    <li>
      <span><b><bdi>${group.title}</bdi></b>${group.dissolved && html` <small>${say("console.take.dissolved")}</small>`}</span>
      <span class="row">
        ${sure && html`<button key="yes" type="button" disabled=${busy} onClick=${erase}>${say("console.take.erase_sure")}</button>`}
        <button key="turn" type="button" onClick=${() => setSure(!sure)}>
          ${say(sure ? "console.take.keep" : "console.take.erase")}<span class="unseen"> <bdi>${group.title}</bdi></span>
        </button>
      </span>
      <${Refusal} text=${refusal} />
    </li>
  `;
}
