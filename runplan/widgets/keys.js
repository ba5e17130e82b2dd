// JupyterLab takes keys from whatever has the focus (D D deletes a cell, arrows leave it) unless
// that very element says no. Shift+Enter, which runs a cell and goes on, must still reach it.
function keepKeys(el) {
  const SUPPRESS = "data-lm-suppress-shortcuts";
  el.addEventListener("focusin", ({ target }) => target.setAttribute(SUPPRESS, ""));
  el.addEventListener("keydown", ({ key, target }) => key === "Shift" && target.removeAttribute(SUPPRESS));
  el.addEventListener("keyup", ({ key, target }) => key === "Shift" && target.setAttribute(SUPPRESS, ""));
}

