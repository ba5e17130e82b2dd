// A text to type; it counts when it is left or on Enter.
MAKE.entry = function entry(spec, parent, prefix, { set }) {
  const { input, note } = boxed(spec, parent, prefix, "input", {
    type: "text", placeholder: spec.hint, autocomplete: "off", spellcheck: "false",
  });
  let known; // a word of the kernel that is none new does not undo what is being typed
  function send() {
    known = input.value;
    set(known);
  }
  input.addEventListener("change", () => input.value !== known && send());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") send();
  });
  return {
    show(value) {
      if (value !== known) input.value = known = value;
    },
    note,
  };
};
