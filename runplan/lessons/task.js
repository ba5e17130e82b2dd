// One task: a question, its controls, a ladder of hints, and feedback in words.

let asked = 0; // tasks on this page, to keep the names of their radio buttons apart

export default {
  render({ model, el }) {
    el.dataset.lmSuppressShortcuts = "true"; // keys typed here are for the task
    el.classList.add("runplan", "runplan-task");
    const name = `runplan-task-${++asked}`;
    const kind = model.get("kind");

    const form = add(el, "form");
    const fields = add(form, "fieldset");
    add(fields, "legend").textContent = model.get("prompt");
    if (kind === "one" || kind === "several") {
      for (const option of model.get("options")) {
        const label = add(fields, "label");
        const input = add(label, "input");
        input.type = kind === "one" ? "radio" : "checkbox";
        input.name = name;
        input.value = option;
        label.append(" ", option);
      }
    } else if (kind === "number") {
      const label = add(fields, "label");
      const input = add(label, "input");
      input.inputMode = "decimal";
      input.autocomplete = "off";
      input.size = 8;
      label.append(` ${model.get("unit")}`);
    } else {
      add(fields, "p").textContent = "Set the tool above, then check.";
    }
    const buttons = add(form, "div", "buttons");
    const check = add(buttons, "button", "check");
    check.textContent = "Check";
    const hint = add(buttons, "button", "hint");
    hint.type = "button";
    hint.textContent = "Hint";
    const hints = add(form, "ol", "hints");
    hints.setAttribute("aria-live", "polite");
    const feedback = add(form, "p", "feedback");
    feedback.setAttribute("role", "status");

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      model.send({ do: "check", answer: answer() });
    });
    // JupyterLab keeps Enter from sending a form
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      form.requestSubmit();
    });
    hint.addEventListener("click", () => model.send({ do: "hint" }));
    fields.addEventListener("input", () => { feedback.textContent = ""; });

    function answer() {
      if (kind === "number") return fields.querySelector("input").value;
      const chosen = [...fields.querySelectorAll("input:checked")].map((input) => input.value);
      return kind === "one" ? chosen.slice(0, 1) : chosen;
    }

    function show() {
      hints.replaceChildren();
      for (const text of model.get("hints")) add(hints, "li").textContent = text;
      hint.disabled = !model.get("more_hints");
      feedback.textContent = model.get("feedback").text ?? "";
    }

    model.on("change:hints change:more_hints change:feedback", show);
    show();
    return () => model.off(null, show);
  },
};

function add(parent, tag, className) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  parent.append(node);
  return node;
}
