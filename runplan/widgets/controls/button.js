// Something to do; it sends its name. Buttons that follow each other share a row.
MAKE.button = function button(spec, parent, prefix, { press }) {
  const last = parent.lastElementChild;
  const row = last?.matches(".runplan-buttons") ? last : element("div", parent, { class: "runplan-buttons wide" });
  const button = element("button", row, { type: "button" });
  button.textContent = spec.label;
  button.addEventListener("click", press);
  return { show: (usable) => (button.disabled = !usable) };
};
