// A file from the computer that the browser runs on; its name and contents are sent once.
MAKE.file = function file(spec, parent, prefix, { set }) {
  const { input, note } = boxed(spec, parent, prefix, "input", { type: "file", accept: spec.accept });
  input.addEventListener("change", () => {
    const [chosen] = input.files;
    if (!chosen) return;
    const reader = new FileReader();
    reader.onload = () => {
      set({ name: chosen.name, data: reader.result.slice(reader.result.indexOf(",") + 1) });
      input.value = ""; // so that the same file, mended, can be chosen again
    };
    reader.readAsDataURL(chosen);
  });
  return { show() {}, note };
};
