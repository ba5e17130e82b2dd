// One of several words.
MAKE.choice = function choice(spec, parent, prefix, { set }) {
  const { input, note } = boxed(spec, parent, prefix, "select", {});
  let before;
  function fill(options) {
    const now = JSON.stringify(options);
    if (now === before) return;
    before = now;
    input.replaceChildren();
    for (const [value, text] of options) element("option", input, { value }).textContent = text;
  }
  fill(spec.options);
  input.addEventListener("change", () => set(input.value));
  return { show: (value) => (input.value = value), note, fill };
};
