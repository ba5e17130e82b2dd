// Something to do; it sends its name.
MAKE.button = function button(spec, parent, prefix, { press }) {
  const button = element("button", parent, { type: "button", class: "runplan-do" });
  button.textContent = spec.label;
  button.addEventListener("click", press);
  return { show: (usable) => (button.disabled = !usable) };
};
