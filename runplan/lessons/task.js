// One task: a question, its controls, a ladder of hints, and feedback in words.

let asked = 0; // tasks on this page, to keep the names of their radio buttons apart

export default {
  render({ model, el }) {
    keepKeys(el);
    el.classList.add("runplan", "runplan-task");
    const name = `runplan-task-${++asked}`;
    const kind = model.get("kind");
    el.dataset.kind = kind;

    const form = add(el, "form");
    const asks = add(form, "div");
    const answers = add(form, "div");
    const fields = add(asks, "fieldset");
    const legend = add(fields, "legend");
    if (model.get("title")) add(legend, "span", "title").textContent = model.get("title");
    legend.append(model.get("prompt"));
    if (model.get("story")) {
      const story = add(fields, "details", "story");
      story.open = true;
      add(story, "summary").textContent = "What was said";
      add(story, "p").textContent = model.get("story");
    }
    const given = model.get("given");
    for (const option of model.get("options")) {
      const label = add(fields, "label");
      const input = add(label, "input");
      input.type = kind === "several" ? "checkbox" : "radio";
      input.name = name;
      input.value = option;
      input.checked = given.includes(option);
      label.append(" ", option);
    }
    if (kind === "number") {
      const label = add(fields, "label");
      const input = add(label, "input");
      input.inputMode = "decimal";
      input.autocomplete = "off";
      input.size = 8;
      input.value = given[0] ?? "";
      label.append(` ${model.get("unit")}`);
    }
    if (kind === "tool") add(fields, "p").textContent = "Use the tool above, then check.";
    const buttons = add(asks, "div", "buttons");
    add(buttons, "button", "check").textContent = kind === "guess" ? "Keep my guess" : "Check";
    const feedback = add(answers, "p", "feedback");
    feedback.setAttribute("role", "status");
    const parts = add(answers, "ul", "parts");
    const note = add(answers, "p", "note");
    note.setAttribute("role", "status");
    const hints = add(answers, "ol", "hints");
    hints.setAttribute("aria-live", "polite");
    const hint = document.createElement("button");
    hint.type = "button";
    hint.className = "hint";
    hint.textContent = "Hint";
    if (model.get("more_hints") || model.get("hints").length) buttons.append(hint);

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      model.send({ do: "check", answer: answer() });
    });
    // JupyterLab keeps Enter from sending a form
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      form.requestSubmit();
    });
    hint.addEventListener("click", () => model.send({ do: "hint" }));
    fields.addEventListener("input", () => {
      model.set("given", answer());
      model.set("feedback", {});
      model.save_changes();
    });

    function answer() {
      if (kind === "number") return [fields.querySelector("input").value];
      return [...fields.querySelectorAll("input:checked")].map((input) => input.value);
    }

    function show() {
      hints.replaceChildren();
      for (const text of model.get("hints")) add(hints, "li").textContent = text;
      hint.disabled = !model.get("more_hints");
      const { right, text } = model.get("feedback");
      feedback.textContent = text ?? "";
      feedback.dataset.right = right ?? "";
      parts.replaceChildren();
      for (const [holds, what] of model.get("feedback").parts ?? []) {
        add(parts, "li", holds ? "holds" : "").textContent = `${holds ? "✓" : "✗"} ${what}`;
      }
      note.textContent = model.get("note");
    }

    model.on("change:hints change:more_hints change:feedback change:note", show);
    show();
    const listened = listen(model, el);
    return () => {
      model.off(null, show);
      listened();
    };
  },
};

function add(parent, tag, className) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  parent.append(node);
  return node;
}
