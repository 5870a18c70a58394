/** Light or dark: `?theme=dark` once, and this browser keeps it. Light unless chosen. */

const KEY = "wall.theme";
const THEMES = ["light", "dark"];

export function chosenTheme() {
  return document.documentElement.dataset.theme ?? "light";
}

export function keepTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be closed; then the choice holds until the page is loaded anew.
  }
  return theme;
}

/** At the start: what the address says, else what was kept, else light. */
export function startTheme() {
  const asked = new URLSearchParams(location.search).get("theme");
  if (THEMES.includes(asked)) return keepTheme(asked);
  let kept = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    kept = null;
  }
  const theme = THEMES.includes(kept) ? kept : "light";
  document.documentElement.dataset.theme = theme;
  return theme;
}
