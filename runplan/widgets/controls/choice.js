// One of several words.
MAKE.choice = function choice(spec, parent, prefix, { set }) {
  const { input, note } = boxed(spec, parent, prefix, "select", {});
  for (const [value, text] of spec.options) {
    element("option", input, { value }).textContent = text;
  }
  input.addEventListener("change", () => set(input.value));
  return { show: (value) => (input.value = value), note };
};
