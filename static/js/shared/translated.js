/**
 * Keeps a screen right in a browser that translates it. A translator puts a <font> in the place of
 * a text; what is drawn later would change a text that is in the page no more. So the text goes
 * back, empty, before its translation. Once it is drawn anew it is seen again and its translation
 * goes; the browser then translates what is new.
 */

const TRANSLATION = "FONT"; // no screen draws one

/** What each text in the page said, and the translations that stand for it. */
const translated = new WeakMap();
const texts = new WeakMap();
/** When a text in a drawing was last put back. */
const putBack = new WeakMap();
const PUT_BACK_EVERY_MS = 1000; // a translator that insists shall not keep the browser busy

/** Watch all that is drawn below an element, from now on. */
export function withstandTranslation(root) {
  const observer = new MutationObserver((records) => {
    records.forEach(follow);
    observer.takeRecords(); // what was just done here is no news
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
}

function follow({ target, addedNodes, removedNodes, previousSibling, nextSibling }) {
  if (translated.has(target)) forget(target); // drawn anew
  for (const node of removedNodes) {
    if (texts.has(node)) showAgain(texts.get(node));
    else if (node.nodeType === Node.TEXT_NODE && !node.isConnected) {
      const translation = [...addedNodes, previousSibling, nextSibling].find(isNew);
      if (translation) standIn(node, translation);
      else if (translated.has(node)) forget(node);
    }
  }
}

function isNew(node) {
  return node && node.nodeName === TRANSLATION && node.isConnected && !texts.has(node);
}

function standIn(text, translation) {
  if (translation.parentNode instanceof SVGElement) return keepDrawn(text, translation);
  const known = translated.get(text) || { said: text.data, translations: [] };
  known.translations.push(translation);
  translated.set(text, known);
  texts.set(translation, text);
  translation.parentNode.insertBefore(text, translation);
  text.data = "";
}

/** In a drawing nobody would see a <font>: there the text stays as it is. */
function keepDrawn(text, translation) {
  if (Date.now() - (putBack.get(text) ?? 0) < PUT_BACK_EVERY_MS) return;
  putBack.set(text, Date.now());
  translation.replaceWith(text);
}

/** The translator took its words back. */
function showAgain(text) {
  const known = translated.get(text);
  if (!known) return;
  forget(text);
  text.data = known.said;
}

function forget(text) {
  translated.get(text).translations.forEach((translation) => translation.remove());
  translated.delete(text);
}
