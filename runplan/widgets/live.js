// The live figure: Matplotlib's SVG stays in the page; each patch changes a few of its nodes.

const QUIET_MS = 700; // a sentence is read aloud once the picture has rested so long

export default {
  // pictures that stand together change by one message, which the first of them gets
  initialize({ model }) {
    model.on("change:others", () => {
      for (const [id, change] of Object.entries(model.get("others"))) {
        model.widget_manager.get_model(id).then((other) => other.set_state(change));
      }
    });
  },
  render({ model, el }) {
    el.classList.add("runplan", "runplan-live");
    if (model.get("picks").length) keepKeys(el);
    const figure = document.createElement("figure");
    const picture = document.createElement("div");
    picture.className = "runplan-picture";
    const caption = document.createElement("figcaption");
    const words = document.createElement("span");
    // unseen, it keeps the room of the longest sentence, so that what is below stands still
    const room = document.createElement("span");
    caption.setAttribute("aria-hidden", "true"); // the picture's own name says the same
    caption.append(words, room);
    const spoken = document.createElement("div");
    spoken.className = "runplan-spoken";
    spoken.setAttribute("role", "status");
    caption.hidden = !model.get("caption");
    figure.append(picture, caption);
    if (model.get("caption")) figure.append(spoken);
    el.append(figure);

    // a page may show two pictures; ids must not repeat
    const prefix = `r${Math.random().toString(36).slice(2)}-`;
    const own = (svg) =>
      svg.replace(/(\bid="|url\(#|href="#)/g, (start) => start + prefix);
    let svg, parts;

    function draw() {
      const page = new DOMParser().parseFromString(own(model.get("svg")), "image/svg+xml");
      svg = document.importNode(page.documentElement, true);
      svg.querySelector("style")?.remove(); // it would style the whole page
      svg.setAttribute("role", model.get("picks").length ? "group" : "img");
      svg.style.maxWidth = `${1.4 * svg.viewBox.baseVal.width}px`;
      parts = new Map();
      for (const group of svg.querySelectorAll("g[id]")) {
        parts.set(group.id.slice(prefix.length), group);
      }
      pickable(model.get("picks"));
      picture.replaceChildren(svg);
      say();
    }

    // parts to pick are one stop for Tab; arrows go from each to the next
    let at = 0;
    function pickable(picks) {
      svg.classList.toggle("runplan-picks", picks.length > 0);
      const nodes = picks.map(([gid]) => parts.get(gid));
      picks.forEach(([, value, name], place) => {
        const node = nodes[place];
        node.classList.add("runplan-pick");
        node.setAttribute("role", "button");
        node.setAttribute("aria-label", name);
        node.setAttribute("tabindex", place === at ? "0" : "-1");
        const tip = document.createElementNS(svg.namespaceURI, "title");
        tip.textContent = name;
        node.append(tip); // last: a patch changes what stands first
        const pick = () => model.send({ pick: value });
        node.addEventListener("click", pick);
        node.addEventListener("focus", () => {
          nodes[at].setAttribute("tabindex", "-1");
          at = place;
          node.setAttribute("tabindex", "0");
        });
        node.addEventListener("keydown", (event) => {
          if (event.shiftKey) return;
          const next = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: -1 };
          if (event.key in next) nodes.at(next[event.key] % nodes.length).focus();
          else if (event.key === "Enter" || event.key === " ") pick();
          else return;
          event.preventDefault();
          event.stopPropagation();
        });
      });
      choose();
    }

    function choose() {
      for (const [gid, value] of model.get("picks")) {
        parts.get(gid).setAttribute("aria-pressed", String(value === model.get("chosen")));
      }
    }

    function redraw() {
      draw();
      picture.style.visibility = "";
    }

    function apply() {
      for (const [name, { svg: inner, ...change }] of Object.entries(model.get("patch"))) {
        if (name === "defs") {
          const defs = document.createElementNS(svg.namespaceURI, "defs");
          defs.innerHTML = own(inner);
          svg.append(defs);
          continue;
        }
        const group = parts.get(name);
        if (inner !== undefined) group.innerHTML = own(inner);
        const part = group.firstElementChild;
        for (const [key, value] of Object.entries(change)) {
          if (key === "visible") group.style.display = value ? "" : "none";
          else if (key === "text") part.textContent = value;
          else if (ATTRIBUTES.has(key)) part.setAttribute(key, value);
          else part.style.setProperty(key, value.replace("url(#", `url(#${prefix}`));
        }
      }
    }

    let rest;
    function say() {
      const sentence = model.get("sentence");
      svg.setAttribute("aria-label", sentence);
      words.textContent = sentence;
      if (sentence.length > room.textContent.length) {
        room.textContent = sentence + sentence.slice(0, sentence.length / 6);
      }
      clearTimeout(rest);
      rest = setTimeout(() => {
        if (said !== sentence) spoken.textContent = said = sentence;
      }, QUIET_MS);
    }
    let said = model.get("sentence"); // nothing is read aloud before something changes

    // it shows itself once it is known how it stands in the page, so never bright in a dark room
    picture.style.visibility = "hidden";
    function follow() {
      if (!picture.clientWidth) return;
      const look = dark() ? "dark" : "light";
      const scale = svg.getScreenCTM().a; // of type: apart, so that it never goes to and fro
      const projected = document.body.dataset.runplanLook === "projector"; // slides, from the back of a room
      const large = Boolean(svg.querySelector("text")) && (projected || scale < (model.get("large") ? 1.2 : 1.15));
      if (look === model.get("look") && large === model.get("large")) {
        picture.style.visibility = "";
        return;
      }
      model.set("look", look);
      model.set("large", large);
      model.save_changes();
    }
    const placed = new ResizeObserver(follow);
    placed.observe(picture);
    // the page hides all for the moment in which it changes its theme
    const themed = new MutationObserver(() => requestAnimationFrame(follow));
    themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });

    model.on("change:svg", redraw);
    model.on("change:patch", apply);
    model.on("change:sentence", say);
    model.on("change:chosen", choose);
    draw();
    // a second view of the same picture: patches have gone to the first
    if (Object.keys(model.get("patch")).length) model.send("anew");
    return () => {
      model.off("change:svg", redraw);
      model.off("change:patch", apply);
      model.off("change:sentence", say);
      model.off("change:chosen", choose);
      placed.disconnect();
      themed.disconnect();
      clearTimeout(rest);
    };
  },
};

const ATTRIBUTES = new Set(["d", "x", "y", "transform"]);

function dark() {
  const light = document.body.dataset.jpThemeLight;
  if (light) return light === "false";
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
  return r + g + b > 0 && r + g + b < 384;
}
