// Words in rows and columns; the first cell names its row.
MAKE.table = function table(spec, parent) {
  const box = place(spec, parent, "div");
  box.classList.add("runplan-table");
  box.tabIndex = 0; // wider than its place, it is scrolled by keys, too
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", spec.label);
  const sheet = element("table", box);
  const head = element("tr", element("thead", sheet));
  for (const word of spec.heads) element("th", head, { scope: "col" }).textContent = word;
  const body = element("tbody", sheet);
  let before;
  function fill(rows) {
    const now = JSON.stringify(rows);
    if (now === before) return;
    before = now;
    body.replaceChildren();
    for (const [name, ...cells] of rows) {
      const row = element("tr", body);
      element("th", row, { scope: "row" }).textContent = name;
      for (const cell of cells) element("td", row).textContent = cell;
    }
  }
  return { show() {}, fill };
};
