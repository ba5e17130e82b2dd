// A text to read, in blocks; words stay words, whatever signs are in them.
MAKE.words = function words(spec, parent, prefix) {
  const id = prefix + spec.name;
  const box = place(spec, parent, "section");
  box.classList.add("runplan-words");
  box.setAttribute("aria-labelledby", id);
  element("h3", box, { id }).textContent = spec.label;
  const room = element("div", box, { class: "runplan-text" });
  let before;

  function fill(blocks) {
    const now = JSON.stringify(blocks);
    if (now === before) return;
    before = now;
    room.replaceChildren();
    for (const { heading, text, items, level } of blocks) {
      const block = element("div", room, { class: `runplan-block runplan-${level || "plain"}` });
      const first = heading ? element("h4", block) : text ? element("p", block) : block;
      if (level) element("span", first, { role: "img", "aria-label": level }).textContent = SIGNS[level];
      write(first, heading || text);
      if (heading && text) write(element("p", block), text);
      if (!items.length) continue;
      const list = element("ul", block);
      for (const item of items) write(element("li", list), item);
    }
    // a text keeps the room that it has once had, so that what is below stands still
    if (room.offsetHeight) room.style.minHeight = `${room.offsetHeight}px`;
  }
  return { show() {}, fill };
};

const SIGNS = { pass: "✓", warn: "⚠", fail: "✗" };

// Words as they are, but a DOI is a link.
function write(node, text) {
  for (const part of text.split(/(https:\/\/doi\.org\/\S*[^\s.,;)])/)) {
    if (!part.startsWith("https://doi.org/")) node.append(part);
    else element("a", node, { href: part, target: "_blank", rel: "noopener" }).textContent = part;
  }
}
