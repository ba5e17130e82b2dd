// Slides: which one shows, how large, and what the keys do.
(() => {
  const slides = [...document.querySelectorAll(".slide")];
  const number = document.getElementById("number");
  const dialog = document.getElementById("keys");
  let now = 0;

  // ---- one slide at a time -------------------------------------------------------------------
  function go(to) {
    small();
    now = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach((slide, place) => {
      slide.classList.toggle("now", place === now);
      slide.inert = place !== now;
    });
    number.textContent = `${now + 1} / ${slides.length}`;
    history.replaceState(null, "", `#${now + 1}`);
    ask(0);
    fit(slides[now]);
    tell();
  }

  // What does not fit is made smaller: first pictures, then everything, down to half; what still
  // does not is scrolled, in readable type.
  const SMALLEST = 0.5;
  const SCROLLED = 1;
  const PICTURES = ["86vh", "80vh", "74vh", "68vh", "62vh", "56vh"];
  function fit(slide) {
    const sheet = slide.firstElementChild;
    const room = slide.clientHeight - parseFloat(getComputedStyle(slide).paddingTop);
    const fits = (size, picture) => {
      sheet.style.setProperty("--fit", size);
      if (picture) sheet.style.setProperty("--picture", picture);
      return sheet.getBoundingClientRect().height <= room && slide.scrollWidth <= slide.clientWidth;
    };
    let low = SMALLEST;
    let high = 1;
    if (!PICTURES.some((picture) => fits(high, picture))) {
      while (high - low > 0.01) fits((low + high) / 2) ? (low = (low + high) / 2) : (high = (low + high) / 2);
      fits(low);
    }
    const long = sheet.getBoundingClientRect().height > room + 1;
    if (long) fits(SCROLLED);
    slide.classList.toggle("long", long);
    fold(slide);
  }
  // Where controls are far more than fit, the first group makes room for the rest, once.
  const TOO_MANY = 4;
  function fold(slide) {
    for (const panel of slide.querySelectorAll(".runplan-panel-of-controls:not([data-seen])")) {
      if (!panel.clientHeight) continue;
      panel.dataset.seen = "";
      const group = panel.querySelector("details");
      if (group && panel.scrollHeight > TOO_MANY * panel.clientHeight) group.open = false;
    }
  }
  addEventListener("resize", () => fit(slides[now]));
  // pictures and controls come after the page; each slide is measured again when it grows
  const grown = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const slide = target.closest(".slide");
      if (slide !== slides[now]) continue;
      ask(question);
      if (questions().length || slide.scrollHeight > slide.clientHeight + 1) fit(slide);
    }
  });
  for (const slide of slides) for (const part of slide.firstElementChild.children) grown.observe(part);

  // A quiz shows one question at a time; going on goes through them.
  const questions = () => {
    const all = [...slides[now].querySelectorAll(".runplan-task")];
    return all.length > 2 ? all : [];
  };
  let question = 0;
  function ask(place) {
    const all = questions();
    question = Math.max(0, Math.min(all.length - 1, place));
    all.forEach((task, at) => task.classList.toggle("later", at !== question));
  }
  function step(way) {
    const to = question + way;
    if (to < 0 || to >= questions().length) return go(now + way);
    ask(to);
    fit(slides[now]);
  }

  // A picture as large as the screen; its controls keep the focus that they have.
  function enlarge() {
    const all = [...slides[now].querySelectorAll(".runplan-picture, .runplan-map, .jp-OutputArea-output > img")];
    const large = all.findIndex((one) => one.classList.contains("large"));
    all[large]?.classList.remove("large");
    all[large + 1]?.classList.add("large");
  }
  function small() {
    for (const one of document.querySelectorAll(".large")) one.classList.remove("large");
  }

  // ---- keys ------------------------------------------------------------------------------------
  const KEYS = {
    ArrowRight: ["→ PgDn", "next slide", () => step(1)],
    ArrowLeft: ["← PgUp", "slide before", () => step(-1)],
    Home: ["Home End", "first, last", () => go(0)],
    End: [, , () => go(slides.length - 1)],
    n: ["n", "notes and clock in a second window", () => notes()],
    c: ["c", "show or hide the code", () => { document.body.classList.toggle("code"); fit(slides[now]); }],
    z: ["z", "the picture alone, the next one, all again", enlarge],
    b: ["b", "black", () => document.body.classList.toggle("black")],
    f: ["f", "full screen", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())],
    "?": ["?", "these keys", () => (dialog.open ? dialog.close() : dialog.showModal())],
  };
  const ALSO = { PageDown: "ArrowRight", PageUp: "ArrowLeft", ".": "b" };
  for (const [name, what] of Object.values(KEYS)) {
    if (!name) continue;
    const line = document.createElement("div");
    const key = document.createElement("kbd");
    key.textContent = name;
    line.append(key, " ", what);
    dialog.append(line);
  }
  dialog.append("A slider or a field that has the focus keeps its keys; Esc gives them back. A clicker always turns.");

  const KEEPS = "input, select, textarea, [contenteditable], [role=slider], [role=radio], .runplan svg [tabindex], .runplan [role=listbox]";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return document.querySelector(".large") ? small() : document.activeElement?.blur();
    // a clicker sends page keys; it must work wherever the focus is
    const clicker = event.key === "PageDown" || event.key === "PageUp";
    const slider = event.key === "z" && event.target.type === "range"; // which has no use for it
    if (!clicker && !slider && event.target.closest?.(KEEPS)) return;
    const act = KEYS[ALSO[event.key] ?? event.key]?.[2];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }, true);
  document.getElementById("back").addEventListener("click", () => step(-1));
  document.getElementById("on").addEventListener("click", () => step(1));
  addEventListener("hashchange", () => go(Number(location.hash.slice(1)) - 1));

  // ---- the speaker's window --------------------------------------------------------------------
  const minutes = (slide) =>
    [...slide.querySelectorAll(".speaker")].reduce((sum, { textContent }) => sum + Number(/·\s*(\d+)\s*min/.exec(textContent)?.[1] ?? 0), 0);
  const heading = (slide) => slide?.querySelector(".jp-RenderedMarkdown :is(h1, h2, h3)")?.firstChild?.textContent ?? "";
  // a slide without a heading of its own belongs to the one before
  const title = (place) => { while (place > 0 && !heading(slides[place])) place -= 1; return heading(slides[place]); };
  const planned = slides.map(minutes);
  // notes stand on the last slide that they are about: those before it, back to others, share them
  const noted = (place) => {
    const to = slides.findIndex((slide, at) => at >= place && slide.querySelector(".speaker"));
    const from = slides.findLastIndex((slide, at) => at < place && slide.querySelector(".speaker")) + 1;
    return to < 0 ? [place, place] : [from, to];
  };
  // a tool fills its slide: what to try with it stands on the one before, and here
  const words = (slide) => [...slide.querySelectorAll("div:not(.speaker) > .jp-MarkdownCell .jp-RenderedMarkdown")];
  const before = (place) => (place && slides[place].querySelector(".runplan-tool") && !words(slides[place]).length ? words(slides[place - 1]) : []);
  const started = Date.now();
  let page;

  function notes() {
    page = open("", "runplan-notes", "width=900,height=700");
    if (!page) return;
    page.document.title = `Notes: ${document.title}`;
    page.document.documentElement.lang = "en";
    page.document.body.style.cssText = "font: 20px/1.5 system-ui, sans-serif; margin: 2rem; max-width: 60ch";
    page.document.addEventListener("keydown", (event) => {
      const act = KEYS[ALSO[event.key] ?? event.key]?.[2];
      if (act && event.key !== "n") act();
    });
    tell();
  }
  function tell() {
    if (!page || page.closed) return;
    const doc = page.document;
    const part = (tag, text) => Object.assign(doc.createElement(tag), { textContent: text });
    const [from, to] = noted(now);
    const spent = planned.slice(0, from).reduce((sum, one) => sum + one, 0);
    const whole = planned.reduce((sum, one) => sum + one, 0);
    const clock = part("p", "");
    clock.id = "clock";
    const next = now + 1 < slides.length ? `Next: ${heading(slides[now + 1]) || "more of this"}` : "This is the last slide.";
    const said = [...slides[to].querySelectorAll(".speaker .jp-RenderedMarkdown")].map((note) => doc.importNode(note, true));
    doc.body.replaceChildren(
      part("p", `Slide ${now + 1} of ${slides.length} · ${from < to ? `slides ${from + 1} to ${to + 1} together` : "planned"} ${planned[to]} min, from minute ${spent} of ${whole}`),
      clock,
      part("h1", title(now)),
      ...(said.length ? said : [part("p", "No notes for this slide.")]),
      ...before(now).map((words) => {
        const again = doc.importNode(words, true);
        for (const title of again.querySelectorAll("h1, h2, h3")) title.remove();
        return again;
      }),
      part("p", next),
    );
    tick();
  }
  function tick() {
    const clock = page && !page.closed && page.document.getElementById("clock");
    if (!clock) return;
    const at = new Date();
    const gone = Math.floor((at - started) / 60000);
    clock.textContent = `${at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false })} · ${gone} min since the start`;
  }
  setInterval(tick, 5000);

  go(Number(location.hash.slice(1)) - 1 || 0);
})();
