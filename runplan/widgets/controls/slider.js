// A number: a range input, its value said beside its label, and a play button if it has one.
MAKE.slider = function slider(spec, parent, prefix, { set }) {
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
};
