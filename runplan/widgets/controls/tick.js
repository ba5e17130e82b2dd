// A yes or no about the control before it: it stands in that one's box, above its note.
MAKE.tick = function tick(spec, parent, _prefix, { set }) {
  const box = parent.lastElementChild;
  const label = element("label", box, { class: "runplan-tick" });
  box.querySelector(".runplan-note").before(label);
  const input = element("input", label, { type: "checkbox", name: spec.name });
  label.append(spec.label);
  input.addEventListener("change", () => set(input.checked));
  return { show: (value) => (input.checked = value) };
};
