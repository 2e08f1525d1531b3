// Read before anything is drawn: that there are scripts, whether something is searched for or chosen, and the reader's own
// choice of light or dark.
{
  const root = document.documentElement;
  root.classList.add("eb-js");
  root.classList.toggle("eb-choosing", location.search.length > 1);
  root.classList.toggle("eb-searching", Boolean(new URLSearchParams(location.search).get("q")?.trim()));
  try {
    const chosen = localStorage.getItem("eb-scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Storage may be shut off; then the system's scheme holds.
  }
}
