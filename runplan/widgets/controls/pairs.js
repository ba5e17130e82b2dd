// Supersets in order: exercises, dose and verdicts of each; moved by mouse, touch or keys.
// Its value is a list of { first, second, sets, reps: [[low, high], [low, high]], rest_s }.
MAKE.pairs = function pairs(spec, parent, prefix, { set }) {
  const id = prefix + spec.name;
  const box = place(spec, parent, "section");
  box.setAttribute("aria-label", spec.label);
  const hint = element("p", box, { id: `${id}-hint`, class: "runplan-hint" });
  hint.textContent = "Drag ⠿ to move a superset or an exercise; or reach it with Tab and press ↑ or ↓.";
  const list = element("ol", box, { class: "runplan-pairs" });
  const spoken = element("p", box, { class: "runplan-spoken", role: "status" });
  const named = new Map(spec.options.flatMap(([, exercises]) =>
    exercises.map(([one, name, unit, ...reps]) => [one, { name, unit, reps }])));
  const rows = [];
  let now = [];
  let told = [];

  const nameOf = (one) => named.get(one).name;
  const both = (pair) => `${nameOf(pair.first)} and ${nameOf(pair.second)}`;

  // Change the list; then focus stays with what was moved, and it is said.
  function change(next, said, focus) {
    set(next);
    show(next);
    if (said) spoken.textContent = said;
    focus?.focus();
  }
  function edited(at, changes) {
    change(now.map((pair, place) => (place === at ? { ...pair, ...changes } : pair)));
  }
  function movePair(at, to, part) {
    if (to < 0 || to >= now.length || to === at) return;
    const next = now.toSpliced(at, 1).toSpliced(to, 0, now[at]);
    const usable = rows[to][part].disabled || (to === 0 && part === "up") || (to === now.length - 1 && part === "down");
    change(next, `${both(now[at])}: superset ${to + 1} of ${now.length}.`, rows[to][usable ? "handle" : part]);
  }
  // Places of exercises count through all supersets: 0 and 1 are the first's.
  function trade(one, other, follow = true) {
    if (other < 0 || other >= 2 * now.length || one === other) return;
    const next = now.map((pair) => ({ ...pair, reps: [...pair.reps] }));
    const at = (place) => [next[place >> 1], place % 2 ? "second" : "first", place % 2];
    const [[here, mine, i], [there, its, j]] = [at(one), at(other)];
    [here[mine], there[its]] = [there[its], here[mine]];
    [here.reps[i], there.reps[j]] = [there.reps[j], here.reps[i]];
    const said = `${nameOf(there[its])} is now in superset ${(other >> 1) + 1}, ${nameOf(here[mine])} in superset ${(one >> 1) + 1}.`;
    change(next, said, follow ? rows[other >> 1].exercises[other % 2].handle : undefined);
  }

  function turned(at) {
    const { first, second, reps } = now[at];
    const pair = { ...now[at], first: second, second: first, reps: reps.toReversed() };
    return [now.with(at, pair), `${nameOf(second)} comes first in superset ${at + 1}.`];
  }
  // One that stands elsewhere trades places; a new one brings the repetitions of its own row.
  function choose(at, place, chosen) {
    const elsewhere = now.flatMap(({ first, second }) => [first, second]).indexOf(chosen);
    if (elsewhere >= 0) return trade(elsewhere, 2 * at + place, false);
    const reps = now[at].reps.with(place, named.get(chosen).reps);
    edited(at, { [place ? "second" : "first"]: chosen, reps });
  }

  // A handle: arrow keys move by one, dragging moves to what lies below the pointer.
  function handle(parent, label, targets, home, go) {
    const button = element("button", parent, {
      type: "button", class: "runplan-handle", "aria-describedby": hint.id, title: "Drag, or press ↑ or ↓",
    });
    button.textContent = "⠿";
    button.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      go(home() + step);
    });
    let over;
    const mark = (place) => {
      targets().forEach((node, at) => node.classList.toggle("runplan-over", at === place && at !== home()));
      over = place;
    };
    button.addEventListener("pointerdown", (event) => {
      button.setPointerCapture(event.pointerId);
      mark(home());
    });
    button.addEventListener("pointermove", (event) => {
      if (over === undefined) return;
      const found = targets().findIndex((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return event.clientY >= top && event.clientY < bottom;
      });
      mark(found < 0 ? home() : found);
    });
    function end(place) {
      if (over === undefined) return;
      mark(-1);
      over = undefined;
      go(place);
    }
    button.addEventListener("pointerup", () => end(over));
    button.addEventListener("pointercancel", () => end(home()));
    return { button, name: (what) => button.setAttribute("aria-label", `${label} ${what}`) };
  }

  function number(parent, low, high, changed) {
    const input = element("input", parent, { type: "number", min: low, max: high, inputmode: "numeric" });
    function take() {
      const value = Math.round(Number(input.value));
      if (input.value === "" || value < low || value > high) input.value = input.dataset.value; // not legal
      else if (value !== Number(input.dataset.value)) changed(value);
    }
    input.addEventListener("change", take);
    input.addEventListener("keydown", ({ key }) => key === "Enter" && take());
    return input;
  }

  function exercise(item, at, place) {
    const line = element("div", item, { class: "runplan-exercise" });
    const mine = handle(line, "Move", () => rows.flatMap((row) => row.exercises.map((one) => one.line)),
      () => 2 * at + place, (to) => trade(2 * at + place, to));
    const select = element("select", line);
    for (const [group, exercises] of spec.options) {
      const under = element("optgroup", select, { label: group });
      for (const [value, name] of exercises) element("option", under, { value }).textContent = name;
    }
    select.addEventListener("change", () => choose(at, place, select.value));
    const dose = element("span", line, { class: "runplan-dose" });
    const bound = (end) => (value) => {
      const reps = now[at].reps.map((range) => [...range]);
      reps[place][end] = value;
      // one end takes the other along
      if (reps[place][0] > reps[place][1]) reps[place][1 - end] = value;
      edited(at, { reps });
    };
    const low = number(dose, 1, 300, bound(0));
    dose.append("–");
    const high = number(dose, 1, 300, bound(1));
    const unit = element("span", dose);
    return { line, handle: mine.button, name: mine.name, select, low, high, unit };
  }

  function row(at) {
    const item = element("li", list);
    const head = element("div", item, { class: "runplan-pair-head" });
    const mine = handle(head, "Move", () => rows.map((one) => one.item), () => at, (to) => movePair(at, to, "handle"));
    const title = element("h4", head);
    const button = (sign, does) => {
      const made = element("button", head, { type: "button" });
      made.textContent = sign;
      made.addEventListener("click", does);
      return made;
    };
    const turn = button("⇅", () => change(...turned(at), turn));
    const up = button("↑", () => movePair(at, at - 1, "up"));
    const down = button("↓", () => movePair(at, at + 1, "down"));
    const drop = button("✕", () => {
      const said = `${both(now[at])}: taken away.`;
      change(now.toSpliced(at, 1), said, rows[Math.max(0, at - 1)].handle);
    });
    const exercises = [0, 1].map((place) => exercise(item, at, place));
    const dose = element("div", item, { class: "runplan-pair-dose" });
    const sets = number(label(dose, "Sets"), 1, 10, (value) => edited(at, { sets: value }));
    const rest = number(label(dose, "Rest (s)"), 0, 600, (value) => edited(at, { rest_s: value }));
    rest.step = 5;
    const verdict = element("div", item, { class: "runplan-verdict" });
    return { item, title, handle: mine.button, name: mine.name, up, down, drop, exercises, sets, rest, turn, verdict };
  }
  function label(parent, text) {
    const made = element("label", parent);
    made.append(`${text} `);
    return made;
  }

  function put(input, value) {
    input.dataset.value = value;
    // what somebody is typing is theirs until they leave it
    if (input.type !== "number" || !input.matches(":focus")) input.value = value;
  }
  function show(pairs) {
    now = pairs;
    while (rows.length < pairs.length) rows.push(row(rows.length));
    while (rows.length > pairs.length) rows.pop().item.remove();
    pairs.forEach((pair, at) => {
      const one = rows[at];
      const where = `superset ${at + 1}`;
      one.name(where);
      const who = `${pair.first} ${pair.second}`;
      if (one.item.dataset.who !== who) one.verdict.style.minHeight = "";
      one.item.dataset.who = who;
      one.up.disabled = at === 0;
      one.down.disabled = at === pairs.length - 1;
      one.drop.disabled = pairs.length === 1;
      one.up.setAttribute("aria-label", `Move ${where} up`);
      one.down.setAttribute("aria-label", `Move ${where} down`);
      one.drop.setAttribute("aria-label", `Take away ${where}`);
      one.turn.setAttribute("aria-label", `Turn ${where}: the second exercise first`);
      put(one.sets, pair.sets);
      put(one.rest, pair.rest_s);
      one.sets.setAttribute("aria-label", `Sets, ${where}`);
      one.rest.setAttribute("aria-label", `Rest in seconds, ${where}`);
      one.exercises.forEach((line, place) => {
        const which = place ? pair.second : pair.first;
        const { name, unit } = named.get(which);
        line.name(name);
        put(line.select, which);
        line.select.setAttribute("aria-label", `${place ? "Second" : "First"} exercise, ${where}`);
        [line.low, line.high].forEach((input, end) => {
          put(input, pair.reps[place][end]);
          input.setAttribute("aria-label", `${name}: ${unit}, at ${end ? "most" : "least"}`);
        });
        line.unit.textContent = unit;
      });
    });
    tell();
  }

  // What is said of each superset: { level, reasons: [{ level, text }] }
  function fill(contents) {
    told = contents;
    tell();
  }
  function tell() {
    told.slice(0, rows.length).forEach(({ level, reasons }, at) => {
      const { title, verdict } = rows[at];
      title.textContent = ` Superset ${at + 1}`;
      const sign = element("span", title, { role: "img", "aria-label": level, class: `runplan-sign-${level}` });
      sign.textContent = SIGNS[level];
      title.prepend(sign);
      const before = JSON.stringify(reasons);
      if (verdict.dataset.said === before) return;
      verdict.dataset.said = before;
      const open = verdict.querySelector("details")?.open;
      verdict.replaceChildren();
      const bad = reasons.filter(({ level }) => level !== "pass");
      for (const reason of bad) say(element("p", verdict, { class: `runplan-${reason.level}` }), reason);
      const good = reasons.filter(({ level }) => level === "pass");
      if (!good.length) return;
      const details = element("details", verdict);
      details.open = open;
      element("summary", details).textContent = bad.length ? "✓ Every other rule holds" : "✓ Every rule holds";
      const held = element("ul", details);
      for (const { text } of good) element("li", held).textContent = text;
      // while only doses change it keeps the room it once had, so that what is below stands still
      if (!open) verdict.style.minHeight = `${verdict.offsetHeight}px`;
    });
  }
  function say(line, { level, text }) {
    element("span", line, { "aria-hidden": "true" }).textContent = `${MARKS[level]} `;
    element("strong", line).textContent = { warn: "Warning: ", fail: "Fails: " }[level];
    line.append(text);
  }
  return { show, fill, note: noted(box, list, id) };
};
