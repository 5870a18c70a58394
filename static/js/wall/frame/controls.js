import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";

import { bootstrap } from "../../shared/bootstrap.js";
import { language, say, speak } from "../../shared/wording.js";
import { isFull, onFullChange, toggleFull } from "./full_screen.js";
import { chosenTheme, keepTheme } from "./theme.js";

const HIDE_AFTER_MS = 3_000;
/** What the hall reads, whatever the phones of this browser speak (screens/wall/pages.py). */
const COOKIE = { cookie: "wall_language", path: "/wall" };

/** Language, light or dark, full screen: for whoever moves the mouse; all hide again with the cursor. */
export function Controls({ onLanguage }) {
  const [visible, setVisible] = useState(true);
  const [full, setFull] = useState(isFull());
  const [theme, setTheme] = useState(chosenTheme());
  useVisible(setVisible);
  useEffect(() => onFullChange(() => setFull(isFull())), []);
  useEffect(() => {
    document.documentElement.classList.toggle("no-cursor", !visible);
  }, [visible]);
  const other = theme === "dark" ? "light" : "dark";
  const turn = () => setTheme(keepTheme(other));
  return html`
    <div class=${`controls ${visible ? "" : "invisible"}`}>
      <select
        aria-label=${say("wall.language")}
        value=${language()}
        onChange=${(event) => speak(event.currentTarget.value, COOKIE).then(() => onLanguage(language()))}
      >
        ${bootstrap.languages.map(({ code, name, dir }) => html`<option key=${code} value=${code} lang=${code} dir=${dir}>${name}</option>`)}
      </select>
      <button type="button" onClick=${turn}>${say(`wall.theme.${other}`)}</button>
      <button type="button" onClick=${toggleFull}>
        ${say(full ? "wall.fullscreen.leave" : "wall.fullscreen.enter")}
      </button>
    </div>
  `;
}

/** Visible while the mouse moves or a key is pressed, and a few seconds longer. */
function useVisible(setVisible) {
  useEffect(() => {
    let timer = null;
    const show = () => {
      clearTimeout(timer);
      setVisible(true);
      timer = setTimeout(() => setVisible(false), HIDE_AFTER_MS);
    };
    const key = (event) => {
      if (event.key === "f" || event.key === "F") toggleFull();
    };
    show();
    window.addEventListener("pointermove", show);
    window.addEventListener("keydown", key);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", show);
      window.removeEventListener("keydown", key);
    };
  }, []);
}
