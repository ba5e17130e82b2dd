// A button that keeps what a tool holds, and the line that says so.

export default {
  render({ model, el }) {
    keepKeys(el);
    el.classList.add("runplan", "runplan-task", "runplan-keep");
    const form = document.createElement("form");
    const button = document.createElement("button");
    button.className = "check";
    const line = document.createElement("p");
    line.className = "feedback";
    line.setAttribute("role", "status");
    form.append(button, line);
    el.append(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      model.send({ do: "keep" });
    });

    function show() {
      button.textContent = model.get("label");
      button.hidden = !model.get("can");
      line.textContent = model.get("line");
    }

    model.on("change:label change:line change:can", show);
    show();
    return () => model.off(null, show);
  },
};
