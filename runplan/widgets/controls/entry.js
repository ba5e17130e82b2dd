// A text to type; it counts when it is left or on Enter.
MAKE.entry = function entry(spec, parent, prefix, { set }) {
  const { input, note } = boxed(spec, parent, prefix, "input", {
    type: "text", placeholder: spec.hint, autocomplete: "off", spellcheck: "false",
  });
  input.addEventListener("change", () => set(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") set(input.value);
  });
  return {
    show(value) {
      if (input.value !== value) input.value = value;
    },
    note,
  };
};
