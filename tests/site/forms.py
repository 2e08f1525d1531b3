"""Our own forms in a browser: where they stand, and how they are filled in."""

from __future__ import annotations

from exempelbank.model.response_kind import ResponseKind

ADDRESSES = {
    ResponseKind.EXAMPLE: "lamna-exempel/",
    ResponseKind.LEAD: "tipsa/",
    ResponseKind.TRIAL_NOTE: "vi-har-provat/",
}
# To a whole form at once, as if each answer had been written.
FILL = """(answers) => {
  for (const [name, answer] of Object.entries(answers)) {
    for (const field of document.querySelectorAll(`[name="${name}"]`)) {
      const texts = [answer].flat();
      if (["radio", "checkbox"].includes(field.type)) field.checked = texts.includes(field.value);
      else field.value = texts.join("\\n");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}"""
TIP = {"Rubrik": "Bilder på schemat"}
ATTESTED = ("Ingen kan kännas igen", "Jag har läst")


def answer_a_tip(page) -> None:
    for label, text in TIP.items():
        page.get_by_label(label).fill(text)
    for label in ATTESTED:
        page.get_by_label(label).check()


def fill_in(page, answers) -> None:
    for _ in range(2):  # what some answers bring with them
        page.evaluate(FILL, answers)
