// Any number of several words.
MAKE.several = function several(spec, parent, prefix, { set }) {
  const box = place(spec, parent, "fieldset");
  element("legend", box).textContent = spec.label;
  const row = element("div", box, { class: "runplan-several" });
  const boxes = spec.options.map(([value, text]) => {
    const label = element("label", row);
    const input = element("input", label, { type: "checkbox", name: spec.name, value });
    label.append(text);
    input.addEventListener("change", () => {
      set(boxes.filter(({ checked }) => checked).map((one) => one.value));
    });
    return input;
  });
  return {
    show(chosen) {
      for (const input of boxes) input.checked = chosen.includes(input.value);
    },
    note: noted(box, box, prefix + spec.name),
  };
};
