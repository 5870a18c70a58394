/** What stands on a group's board, as people read it. Dates and times have the form of the wire. */
import { language, say } from "../wording.js";

/** The texts of a board, in the order in which they are asked for. */
export const BOARD_TEXTS = ["goal", "mandate", "steps", "networks", "needs", "meeting", "contact"];
/** When and where the next meeting is, beside the text on it. */
export const MEETING_FIELDS = ["meeting_date", "meeting_time", "meeting_place"];

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
const isolated = (text) => `\u2068${text}\u2069`;

/** What a field says, "" where it is empty. */
export function fieldText(field, value) {
  if (!value) return "";
  if (field === "meeting_date") return new Intl.DateTimeFormat(language(), DAY).format(new Date(`${value}T00:00Z`));
  if (field === "meeting_time") return say("shared.clock", { time: value });
  return value;
}

/** One text of a board; before that on the meeting stand its date, time and place in one line. */
export function boardText(board, field) {
  const value = board?.[field]?.value ?? "";
  if (field !== "meeting") return value;
  const when = MEETING_FIELDS.map((name) => fieldText(name, board?.[name]?.value))
    .filter(Boolean)
    .map(isolated)
    .join(", ");
  return [when, value].filter(Boolean).join("\n");
}

/** A date or a time as the wire wants it, from what a browser without such fields lets people type. */
export function wireForm(field, typed) {
  const text = typed.trim();
  if (field === "meeting_date") {
    return text.replace(/^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/, (_, day, month, year) => `${year}-${pad(month)}-${pad(day)}`);
  }
  if (field === "meeting_time") {
    return text.replace(/^(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?$/i, (_, hour, minute) => `${pad(hour)}:${minute ?? "00"}`);
  }
  return typed;
}

const pad = (number) => number.padStart(2, "0");
