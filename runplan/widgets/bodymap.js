// The body map: every shape of the drawing is a button; a panel beside it tells about it.
// State that Python knows: `muscle` (picked) and `shade`. Hover and focus only preview.

const SVG = "http://www.w3.org/2000/svg";

export default {
  render({ model, el }) {
    const muscles = new Map(model.get("muscles").map((m) => [m.id, m]));
    keepKeys(el);
    el.classList.add("runplan-frame"); // what the layout measures itself by
    const body = element("div", "runplan runplan-bodymap", el);
    const map = element("div", "runplan-map", body);
    map.innerHTML = model.get("svg");
    const panel = element("section", "runplan-panel", body);
    panel.setAttribute("aria-live", "polite");
    panel.setAttribute("aria-label", "About the muscle");
    const legend = element("ul", "runplan-legend", body);
    legend.setAttribute("aria-label", "Shading");

    const svg = map.querySelector("svg");
    const whole = svg.getAttribute("viewBox");
    svg.setAttribute("role", "group");
    svg.querySelector("style")?.remove();
    svg.querySelector("title")?.remove(); // else the browser shows it as a tooltip everywhere
    const names = drawing("g", { class: "names", "aria-hidden": "true" });
    svg.append(names);
    for (const [view, [x, y]] of Object.entries(model.get("views"))) {
      const caption = drawing("text", { class: "view", "aria-hidden": "true", x, y: y + 6 });
      caption.textContent = view;
      svg.append(caption);
    }
    const patterns = hatches(svg, `runplan-map-${Math.random().toString(36).slice(2)}`);
    // one stop for Tab; arrows go from head to foot, first the front, then the back
    const shapes = [...svg.querySelectorAll("#surface path, #deep path")].sort((one, two) =>
      two.dataset.view.localeCompare(one.dataset.view) || height(one) - height(two));

    for (const shape of shapes) {
      const muscle = muscles.get(shape.id);
      shape.classList.add("muscle");
      shape.classList.toggle("deep", shape.parentNode.id === "deep");
      shape.dataset.muscle = shape.id;
      shape.removeAttribute("id"); // a page may show two maps; ids must not repeat
      shape.setAttribute("role", "button");
      shape.setAttribute("tabindex", shape === shapes[0] ? "0" : "-1");
      shape.setAttribute("aria-label", `${muscle.name}, ${muscle.where}`);
      shape.addEventListener("focus", () => {
        for (const other of shapes) other.setAttribute("tabindex", other === shape ? "0" : "-1");
        // a click gives focus too, but is no reading
        if (shape.matches(":focus-visible")) preview({ focused: shape.dataset.muscle });
      });
      shape.addEventListener("blur", () => preview({ focused: null }));
      const [line, text] = name(shape, muscle);
      names.append(line, text);
      const targets = [shape, text];
      if (shape.classList.contains("deep")) {
        // a deep muscle is only an outline over others: give the outline a width one can hit
        const outline = shape.cloneNode();
        outline.setAttribute("class", "outline");
        for (const name of ["role", "tabindex", "aria-label"]) outline.removeAttribute(name);
        outline.setAttribute("aria-hidden", "true");
        shape.before(outline);
        targets.push(outline);
      }
      for (const node of targets) {
        node.addEventListener("click", (event) => {
          event.stopPropagation();
          pick(shape.dataset.muscle);
        });
        // not mouseenter: a page that scrolls below a resting mouse is no pointing
        node.addEventListener("mousemove", () => preview({ hovered: shape.dataset.muscle }));
        node.addEventListener("mouseleave", () => preview({ hovered: null }));
      }
    }
    svg.querySelectorAll("g[id], path[id]").forEach((node) => {
      node.classList.add(node.id);
      node.removeAttribute("id");
    });

    svg.addEventListener("click", () => model.get("muscle") && pick(model.get("muscle")));
    svg.addEventListener("keydown", (event) => {
      preview({ hovered: null });
      if (event.shiftKey) return;
      const at = shapes.indexOf(event.target);
      const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: -1 };
      if (event.key in next) shapes.at(next[event.key] % shapes.length).focus();
      else if (event.key === "Enter" || event.key === " ") pick(event.target.dataset.muscle);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    function pick(id) {
      model.set("muscle", model.get("muscle") === id ? "" : id);
      model.save_changes();
    }

    const seen = { hovered: null, focused: null };

    function preview(change) {
      if (Object.keys(change).every((key) => seen[key] === change[key])) return;
      Object.assign(seen, change);
      const id = seen.hovered ?? seen.focused;
      for (const shape of shapes) shape.classList.toggle("previewed", shape.dataset.muscle === id);
      mark("previewed", id);
      tell();
    }

    function mark(className, id) {
      for (const node of names.children) node.classList.toggle(className, node.dataset.muscle === id);
    }

    let named;
    function tell() {
      panel.replaceChildren();
      // a picked muscle stays; pointing elsewhere only names what is there
      const picked = model.get("muscle");
      const muscle = muscles.get(seen.focused ?? (picked || seen.hovered));
      const pointed = muscles.get(seen.hovered);
      if (named) named.textContent = (pointed ?? muscle)?.name ?? "";
      element("p", "runplan-pointed", panel).textContent =
        pointed && pointed !== muscle ? `Pointing at: ${pointed.name}` : "\u00a0";
      element("h3", "", panel).textContent = muscle ? muscle.name : "Pick a muscle";
      if (!muscle) {
        element("p", "", panel).textContent =
          "Point at a muscle to read about it, click to keep it here. With the keyboard: arrow " +
          "keys go from head to foot, Enter picks, Tab goes on.";
        return;
      }
      const list = element("dl", "", panel);
      const amount = (model.get("amounts") ?? {})[muscle.id];
      if (amount !== undefined) {
        element("dt", "", list).textContent = model.get("scale");
        element("dd", "", list).textContent = amount.toFixed(2);
      }
      for (const [label, text] of muscle.facts) {
        element("dt", "", list).textContent = label;
        element("dd", "", list).textContent = text;
      }
    }

    function show() {
      const picked = model.get("muscle");
      const kinds = model.get("kinds");
      const amounts = model.get("amounts"); // null where the shading is by kind
      for (const shape of shapes) {
        const chosen = shape.dataset.muscle === picked;
        shape.classList.toggle("picked", chosen);
        shape.setAttribute("aria-pressed", String(chosen));
        const kind = kinds.of[shape.dataset.muscle];
        shape.style.fill = kind === undefined ? "" : patterns[kind];
        shape.classList.toggle("some", Boolean(amounts?.[shape.dataset.muscle]));
        if (amounts) {
          const share = 100 * (amounts[shape.dataset.muscle] ?? 0);
          shape.style.fill = `color-mix(in srgb, var(--high) ${share}%, var(--tone))`;
        }
      }
      svg.setAttribute("aria-label", model.get("sentence"));
      const labels = model.get("labels");
      names.classList.toggle("all", labels);
      body.classList.toggle("wide", labels);
      svg.setAttribute("viewBox", labels ? whole : model.get("crop"));
      mark("picked", picked);
      legend.replaceChildren();
      kinds.words.forEach((word, kind) => {
        const item = element("li", "", legend);
        const swatch = drawing("svg", { "aria-hidden": "true", viewBox: "0 0 30 20" });
        const box = drawing("rect", { width: 30, height: 20 });
        box.style.fill = patterns[kind];
        swatch.append(box);
        item.append(swatch, word);
      });
      if (amounts) {
        const item = element("li", "", legend);
        element("span", "runplan-ramp", item);
        item.prepend("0");
        item.append(`1 ${model.get("scale")}`);
      }
      // alone, the map has no panel to say what is pointed at
      named = model.get("compact") ? element("li", "runplan-named", legend) : undefined;
      body.classList.toggle("shaded", kinds.words.length > 0 || Boolean(amounts));
      body.classList.toggle("amounts", Boolean(amounts));
      body.classList.toggle("compact", model.get("compact"));
      tell();
    }

    model.on("change:muscle change:kinds change:amounts change:sentence change:labels change:compact", show);
    show();
    return () => model.off(null, show);
  },
};

function drawing(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// The last word of a name goes on a line of its own.
function lines(name) {
  const at = name.lastIndexOf(" ");
  return at < 0 ? [name] : [name.slice(0, at + 1), name.slice(at + 1)];
}

function element(tag, className, parent) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  parent.append(node);
  return node;
}

function height(shape) {
  return Number(shape.dataset.anchor.split(",")[1]);
}

// A name in its column, with a line that ends in a dot in the muscle.
function name(shape, muscle) {
  const [x, y] = shape.dataset.label.split(",").map(Number);
  const [endX, endY] = shape.dataset.anchor.split(",").map(Number);
  const line = drawing("g", { class: "leader" });
  for (const part of ["halo", "line"]) {
    line.append(drawing("path", { class: part, d: `M${x} ${y}L${endX} ${endY}` }));
  }
  line.append(drawing("circle", { cx: endX, cy: endY, r: 5 }));
  const left = shape.dataset.side === "left";
  const start = x + (left ? -8 : 8);
  const text = drawing("text", { x: start, y, "text-anchor": left ? "end" : "start" });
  // between the bodies there is room for one word a line
  const words = shape.dataset.side === "middle" ? lines(muscle.short) : [muscle.short];
  words.forEach((word, i) => {
    const span = drawing("tspan", { x: start, y: y + 28 * (i - (words.length - 1) / 2) });
    span.textContent = word;
    text.append(span);
  });
  for (const node of [line, text]) {
    node.dataset.muscle = shape.dataset.muscle;
    if (shape.classList.contains("deep")) node.classList.add("deep");
  }
  return [line, text];
}

// One fill a kind: a colour with a hatch of its own, so that colour is never the only sign.
// The prefix is this map's alone: a pattern found in a hidden cell would not be painted.
function hatches(svg, prefix) {
  const lines = ["", "M0 8L8 0", "M2 2h.1M6 6h.1", "M0 0L8 8", "M0 8L8 0M0 0L8 8", "M0 4H8"];
  const defs = drawing("defs", {});
  svg.prepend(defs);
  return lines.map((d, kind) => {
    const pattern = drawing("pattern", {
      id: `${prefix}-${kind}`,
      width: 8,
      height: 8,
      patternTransform: "scale(1.6)",
      patternUnits: "userSpaceOnUse",
    });
    pattern.append(
      drawing("rect", { width: 8, height: 8, class: `kind-${kind}` }),
      drawing("path", { d: d || "M0 0", class: "hatch" }),
    );
    defs.append(pattern);
    return `url(#${prefix}-${kind})`;
  });
}
