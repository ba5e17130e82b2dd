// Where the tool's steps begin: the headings of its own, in their order.
MAKE.steps = function steps(spec, parent) {
  const box = element("nav", parent, { class: "runplan-buttons wide", "aria-label": spec.label });
  spec.options.forEach((text, at) => {
    const button = element("button", box, { type: "button" });
    button.textContent = text;
    button.addEventListener("click", () => {
      const head = parent.closest(".runplan-tool").querySelectorAll(".runplan-step")[at];
      head.tabIndex = -1; // from there on by Tab
      head.focus({ preventScroll: true });
      head.scrollIntoView({ block: "start" });
    });
  });
  return { show() {} };
};
