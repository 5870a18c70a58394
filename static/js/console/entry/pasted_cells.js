/** Cells copied from a table (Excel, Calc: separated by tabs) or from a file of separated values. */

/**
 * Split `text`, whose line breaks are "\n", into rows of cells. A cell in quotes may hold line breaks,
 * separators and doubled quotes. Spreadsheets quote a cell only where it holds one of these: other
 * quotes are a person's own and stay, unless `alwaysQuoted` says that the file quotes at will.
 */
export function rowsOf(text, separator = "\t", alwaysQuoted = false) {
  const quoted = /"((?:[^"]|"")*)"/y;
  const plain = separator === "\t" ? /[^\t\n]*/y : new RegExp(`[^${separator}\n]*`, "y");
  const rows = [];
  let row = [];
  let at = 0;
  while (at <= text.length) {
    const cell = read(text, at, { quoted, plain, separator, alwaysQuoted });
    row.push(cell);
    at = cell.end + 1;
    if (text[cell.end] !== separator) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function read(text, at, { quoted, plain, separator, alwaysQuoted }) {
  quoted.lastIndex = at;
  const found = quoted.exec(text);
  const end = quoted.lastIndex;
  if (found && (end === text.length || text[end] === separator || text[end] === "\n")) {
    const isCell = alwaysQuoted || /[\n\t]|""/.test(found[1]);
    return { value: isCell ? unquoted(found[1]) : found[0], isQuoted: isCell, end };
  }
  plain.lastIndex = at;
  const [value] = plain.exec(text);
  return { value, isQuoted: false, end: plain.lastIndex };
}

export const unquoted = (inner) => inner.replace(/""/g, '"');
export const inQuotes = (value) => `"${value.replace(/"/g, '""')}"`;

export const isBlank = (row) => row.every((cell) => cell.value.trim() === "");

/** Rows of a table: at least two columns, in all rows as many. */
function isTable(rows) {
  return rows.length > 0 && rows[0].length > 1 && rows.every((row) => row.length === rows[0].length);
}

/**
 * The rows of a table with several columns, or null. Commas and semicolons part cells only where no
 * sentence would have them: in all lines as many, never before a space or inside a number; and for a
 * comma something in quotes or a column of numbers besides.
 */
export function tableIn(text) {
  const copied = rowsOf(text).filter((row) => !isBlank(row));
  if (isTable(copied)) return copied;
  for (const separator of [";", ","]) {
    const rows = rowsOf(text, separator, true).filter((row) => !isBlank(row));
    if (rows.length > 1 && isTable(rows) && !rows.some(isSentence) && (separator === ";" || isMarked(rows))) return rows;
  }
  return null;
}

function isSentence(row) {
  return row.some(({ value, isQuoted }, i) => {
    if (i === 0 || isQuoted) return false;
    return /^\s/.test(value) || (/^\d/.test(value) && /\d$/.test(row[i - 1].value));
  });
}

const isMarked = (rows) => rows.some((row) => row.some((cell) => cell.isQuoted)) || rows[0].some((_, i) => isNumbers(rows, i));

/** Whether a column holds numbers alone, but for its heading. */
export function isNumbers(rows, column) {
  const cells = rows.slice(rows.length > 1 ? 1 : 0).map((row) => row[column].value.trim());
  return cells.some((cell) => cell !== "") && cells.every((cell) => /^[\d.,]*$/.test(cell));
}
