/**
 * What browsers do when they translate a page: every text is replaced by <font><font>…. With
 * `goesOn` also each text that is new or changed later, as long as the page is open.
 */
({ goesOn, mark }) => {
  const isOurs = (node) => node.parentNode && !node.parentNode.closest("font, script, style, textarea, [translate=no]");
  const translate = (text) => {
    if (!text.data.trim() || !isOurs(text)) return;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = mark + text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const translateAll = (root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  };
  translateAll(document.body);
  if (!goesOn || window.translator) return;
  window.translator = new MutationObserver((records) => {
    window.translations = (window.translations || 0) + records.length;
    records.forEach(({ type, target, addedNodes }) => {
      if (type === "characterData") translate(target);
      else addedNodes.forEach((node) => (node.nodeType === Node.TEXT_NODE ? translate(node) : translateAll(node)));
    });
  });
  window.translator.observe(document.body, { subtree: true, childList: true, characterData: true });
};
