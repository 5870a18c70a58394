/** How the vote is going, in one line above the cards. */

import { html } from "htm/preact";

import { say } from "../../shared/wording.js";

/** Dots on the board and how many people's dots there could be; paper dots are counted apart. */
export function tally(topics, participants, budget) {
  let dots = 0;
  let paper = 0;
  for (const topic of Object.values(topics)) {
    dots += topic.dots ?? 0;
    paper += topic.paper ?? 0;
  }
  return { placed: dots - paper, paper, possible: participants * budget };
}

export function VotingProgress({ ui, view }) {
  const { placed, paper, possible } = tally(view.topics, view.participants, view.budget);
  const revealed = view.counts === "revealed";
  return html`
    <div class="voting">
      <meter min="0" max=${possible || 1} value=${placed} aria-label=${say("console.voting.meter")}></meter>
      <span>
        ${say("console.voting.placed", { count: placed, possible })}
        ${paper > 0 && html` · ${say("console.voting.paper", { count: paper })}`}
      </span>
      <button type="button" onClick=${() => ui.act("reveal", { counts: !revealed })}>
        ${say(revealed ? "console.voting.cover" : "console.voting.reveal")}
      </button>
    </div>
  `;
}
