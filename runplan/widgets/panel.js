// The controls of a tool. State that Python knows: `values` and `turns` (how often each control was
// moved), by name; buttons send a message.

export default {
  render({ model, el }) {
    keepKeys(el);
    el.classList.add("runplan", "runplan-panel-of-controls");
    const controls = new Map();
    const groups = new Map();
    const mine = new Map(); // what was moved here last
    const prefix = `r${Math.random().toString(36).slice(2)}-`;

    let before;
    for (const spec of model.get("controls")) {
      // what stands under no heading keeps its place, also below a group
      if (!groups.has(spec.group) || (!spec.group && before)) {
        groups.set(spec.group, group(el, spec.group, !model.get("folded").includes(spec.group)));
      }
      before = spec.group;
      controls.set(spec.name, MAKE[spec.kind](spec, groups.get(spec.group).within, prefix, {
        set(value) {
          const turns = model.get("turns");
          mine.set(spec.name, value);
          model.set("turns", { ...turns, [spec.name]: (turns[spec.name] ?? 0) + 1 });
          model.set("values", { ...model.get("values"), ...waiting() });
          model.save_changes();
        },
        // a button's word may overtake those of controls moved before it: it takes theirs along
        press() {
          model.send({ press: spec.name, values: waiting(), turns: model.get("turns") });
        },
      }));
    }

    // a control that was moved since the kernel's word was sent stays where it is
    function show() {
      for (const [name, value] of Object.entries(model.get("values"))) {
        if (answered(name)) controls.get(name)?.show(value);
      }
    }
    function waiting() {
      return Object.fromEntries([...mine].filter(([name]) => !answered(name)));
    }
    function answered(name) {
      return !mine.has(name) || model.get("turns")[name] <= (model.get("answered")[name] ?? 0);
    }
    function note() {
      const notes = model.get("notes");
      for (const [name, control] of controls) control.note?.(notes[name] ?? []);
      for (const [title, { tell }] of groups) {
        const here = model.get("controls").filter(({ group }) => group === title);
        const said = here.flatMap(({ name }) => notes[name] ?? []);
        tell(said.filter(({ level }) => level !== "pass").length);
      }
    }
    function fill() {
      for (const [name, contents] of Object.entries(model.get("contents"))) {
        controls.get(name)?.fill(contents);
      }
      show(); // what is chosen may be among what has just come
    }
    model.on("change:values", show);
    model.on("change:notes", note);
    model.on("change:contents", fill);
    fill();
    note();
    const listened = listen(model, el, model.get("unanswered"));
    return () => {
      listened();
      model.off("change:values", show);
      model.off("change:notes", note);
      model.off("change:contents", fill);
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

// Controls under a heading that folds them away; folded, it tells how many warnings are in it.
function group(el, title, open) {
  if (!title) return { within: element("div", el, { class: "runplan-controls" }), tell() {} };
  const box = element("details", el);
  box.open = open;
  const summary = element("summary", box);
  summary.textContent = title;
  const warned = element("span", summary, { class: "runplan-warned" });
  const within = element("div", box, { class: "runplan-controls", role: "group", "aria-label": title });
  const tell = (count) => (warned.textContent = count ? ` ⚠ ${count}` : "");
  return { within, tell };
}

// A control in its box: a label, what it is, and below it the room for a note.
function boxed(spec, parent, prefix, tag, attributes) {
  const box = place(spec, parent, "div");
  const id = prefix + spec.name;
  const head = element("div", box, { class: "runplan-head" });
  element("label", head, { for: id }).textContent = spec.label;
  const row = element("div", box, { class: "runplan-row" });
  const input = element(tag, row, { id, name: spec.name, ...attributes });
  return { head, row, input, note: noted(box, input, id) };
}

// Where a control stands in its group.
function place(spec, parent, tag) {
  const box = element(tag, parent, { class: "runplan-control" });
  box.classList.toggle("wide", spec.wide);
  box.style.setProperty("--lines", spec.noted);
  return box;
}

// The room for a control's note, at the end of its box.
function noted(box, input, id) {
  input.setAttribute("aria-describedby", `${id}-note`);
  const said = element("div", box, { id: `${id}-note`, class: "runplan-note", role: "status" });
  let before = "[]";
  return (notes) => {
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
  };
}

const MARKS = { pass: "", warn: "⚠", fail: "✗" };

// kind → how it is made: (spec, parent, prefix, { set, press }) to { show, note?, fill?, stop? }; one file each in controls/
const MAKE = {};
