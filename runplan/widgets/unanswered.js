// Says that nobody answers, for as long as it is so; what is in it stands still then.
const GONE = "No answer from Python any more. Run this cell again; if that does not help, start runplan again.";

function listen(model, el, text) {
  const kernel = model.widget_manager?.kernel;
  // a page of its own says it once, in sight wherever on it one is: what is fixed in a cell is not
  const page = document.getElementById("rendered_cells") && document.body;
  if (!kernel || page?.querySelector(".runplan-unanswered")) return () => {};
  const alert = document.createElement("p");
  alert.className = "runplan runplan-unanswered"; // the colours are those of .runplan
  alert.setAttribute("role", "alert");
  (page ?? el).prepend(alert);
  let ended = false; // one that started anew knows nothing of this page
  function look() {
    ended ||= ["dead", "terminating", "restarting", "autorestarting"].includes(kernel.status);
    const said = ended || kernel.connectionStatus !== "connected" ? text || GONE : "";
    if (alert.textContent !== said) alert.textContent = said;
  }
  kernel.connectionStatusChanged.connect(look);
  kernel.statusChanged.connect(look);
  look();
  return () => {
    kernel.connectionStatusChanged.disconnect(look);
    kernel.statusChanged.disconnect(look);
  };
}
