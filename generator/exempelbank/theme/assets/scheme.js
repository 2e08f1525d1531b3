// Read before anything is drawn: the reader's own choice of light or dark, and that there are scripts.
{
  const root = document.documentElement;
  root.classList.add("eb-js");
  try {
    const chosen = localStorage.getItem("eb-scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Storage may be shut off; then the system's scheme holds.
  }
}
