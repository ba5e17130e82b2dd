// The controls of a tool. State that Python knows: `values`, by name; buttons send a message.

export default {
  render({ model, el }) {
    keepKeys(el);
    el.classList.add("runplan", "runplan-panel-of-controls");
    const controls = new Map();
    const groups = new Map();
    const prefix = `r${Math.random().toString(36).slice(2)}-`;

    for (const spec of model.get("controls")) {
      if (!groups.has(spec.group)) groups.set(spec.group, group(el, spec.group));
      controls.set(spec.name, MAKE[spec.kind](spec, groups.get(spec.group), prefix, {
        set(value) {
          model.set("values", { ...model.get("values"), [spec.name]: value });
          model.save_changes();
        },
        press() {
          model.send({ press: spec.name });
        },
      }));
    }

    function show() {
      for (const [name, value] of Object.entries(model.get("values"))) {
        controls.get(name)?.show(value);
      }
    }
    function note() {
      const notes = model.get("notes");
      for (const [name, control] of controls) control.note?.(notes[name] ?? []);
    }
    model.on("change:values", show);
    model.on("change:notes", note);
    show();
    note();
    return () => {
      model.off("change:values", show);
      model.off("change:notes", note);
      for (const control of controls.values()) control.stop?.();
    };
  },
};

function element(tag, parent, attributes = {}) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.append(node);
  return node;
}

function group(el, title) {
  const box = element("fieldset", el);
  if (title) element("legend", box).textContent = title;
  return element("div", box, { class: "runplan-controls" });
}

// A control in its box: a label, what it is, and below it the room for a note.
function boxed(spec, parent, prefix, tag, attributes) {
  const box = element("div", parent, { class: "runplan-control" });
  box.classList.toggle("wide", spec.wide);
  box.style.setProperty("--lines", spec.noted);
  const id = prefix + spec.name;
  const head = element("div", box, { class: "runplan-head" });
  element("label", head, { for: id }).textContent = spec.label;
  const row = element("div", box, { class: "runplan-row" });
  const input = element(tag, row, { id, name: spec.name, "aria-describedby": `${id}-note`, ...attributes });
  const said = element("div", box, { id: `${id}-note`, class: "runplan-note", role: "status" });
  let before = "[]";
  function note(notes) {
    const now = JSON.stringify(notes);
    if (now === before) return; // said once is enough
    before = now;
    said.replaceChildren();
    for (const { level, text } of notes) {
      const line = element("p", said, { class: `runplan-${level}` });
      element("span", line, { "aria-hidden": "true" }).textContent = MARKS[level];
      line.append(level === "pass" ? text : ` ${text}`);
    }
    // a note keeps the room that it has once had, so that what is below stands still
    if (said.offsetHeight) said.style.minHeight = `${said.offsetHeight}px`;
    input.setAttribute("aria-invalid", String(notes.some(({ level }) => level === "fail")));
  }
  return { head, row, input, note };
}

const MARKS = { pass: "", warn: "⚠", fail: "✗" };

const MAKE = {
  slider(spec, parent, prefix, { set }) {
    const { head, row, input, note } = boxed(spec, parent, prefix, "input", {
      type: "range", min: spec.low, max: spec.high, step: spec.step,
    });
    const output = element("output", head, { "aria-hidden": "true" });
    let now;

    function show(value) {
      now = value;
      if (Number(input.value) !== value) input.value = value;
      const number = Math.round(value * spec.factor * 100) / 100;
      const text = spec.words[value] ?? (spec.unit ? `${number} ${spec.unit}` : `${number}`);
      if (output.textContent === text) return;
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
    }
    function move(value) {
      show(value);
      set(value);
    }
    input.addEventListener("input", () => {
      let value = Number(input.value);
      const way = Math.sign(value - now) * spec.step;
      while (spec.skip.includes(value)) value += way;
      if (value !== now) move(value);
    });

    if (!spec.play_s) return { show, note };
    // the timer runs here; the kernel only hears where the slider is
    const button = element("button", row, { type: "button", class: "runplan-play" });
    row.prepend(button);
    const steps = (spec.high - spec.low) / spec.step;
    let timer;
    function play(on) {
      clearInterval(timer);
      timer = on ? setInterval(next, (1000 * spec.play_s) / steps) : undefined;
      button.textContent = on ? "❚❚" : "▶";
      button.setAttribute("aria-label", on ? `Pause: ${spec.label}` : `Play: ${spec.label}`);
      button.title = on ? "Pause" : "Play";
    }
    function next() {
      if (!button.isConnected) return play(false);
      // the last step is the first one again
      move(now + spec.step < spec.high ? now + spec.step : spec.low);
    }
    button.addEventListener("click", () => play(timer === undefined));
    input.addEventListener("pointerdown", () => play(false));
    input.addEventListener("keydown", () => play(false));
    play(false);
    return { show, note, stop: () => play(false) };
  },

  choice(spec, parent, prefix, { set }) {
    const { input, note } = boxed(spec, parent, prefix, "select", {});
    for (const [value, text] of spec.options) {
      element("option", input, { value }).textContent = text;
    }
    input.addEventListener("change", () => set(input.value));
    return { show: (value) => (input.value = value), note };
  },

  entry(spec, parent, prefix, { set }) {
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
  },

  button(spec, parent, prefix, { press }) {
    const button = element("button", parent, { type: "button", class: "runplan-do" });
    button.textContent = spec.label;
    button.addEventListener("click", press);
    return { show: (usable) => (button.disabled = !usable) };
  },
};
