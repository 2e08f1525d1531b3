// Our own form: conditions, signs left, advice, draft, faults, and a file to save where there is no receiver.

import { adviceOn } from "./advice.js";
import { faultsIn, isAsked, lengthOf, stripped } from "./check.js";
import { Draft } from "./draft.js";
import { read, write } from "./fields.js";
import { contentsOf, nameOf, newKey, save } from "./file.js";
import { Parts } from "./parts.js";

const root = document.querySelector('[data-eb="form"]');
const form = root.querySelector("form");
const rules = JSON.parse(root.querySelector('[data-part="rules"]').textContent);
const { questions, says } = rules;
const byId = new Map(questions.map((question) => [question.id, question]));
const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
const place = (id) => root.querySelector(`[data-question="${id}"]`);
const field = (id) => place(id).querySelector("input, textarea, select");
const title = document.title;

const trimmed = (text) => stripped(text, rules.space);
const textsOf = (answers) => (id) => [answers[id] ?? ""].flat().map(trimmed).filter(Boolean);

// What would be sent: what is asked, and answered.
function answered() {
  const answers = read(form, questions);
  const texts = textsOf(answers);
  const sent = {};
  for (const question of questions) {
    const said = texts(question.id);
    if (said.length && isAsked(question, texts)) {
      sent[question.id] = ["choices", "lines"].includes(question.shape) ? said : said[0];
    }
  }
  return sent;
}

// ---- While one writes ----

function showConditions() {
  const texts = textsOf(read(form, questions));
  for (const question of questions) {
    if (!question.condition) continue;
    const isShown = isAsked(question, texts);
    place(question.id).hidden = !isShown;
    for (const input of place(question.id).querySelectorAll("input, textarea, select")) input.disabled = !isShown;
  }
  const places = ["", ...texts("municipality")];
  for (const option of root.querySelectorAll("option[data-of]")) {
    option.hidden = option.disabled = !places.includes(option.dataset.of);
    if (option.hidden && option.selected) option.selected = false;
  }
}

const leftOf = (question) => question.most_characters - lengthOf(trimmed(field(question.id).value));

function showLeft(question) {
  const left = part("left", place(question.id));
  if (!left) return;
  const number = leftOf(question);
  left.textContent = (number < 0 ? says.over : says.left).replace("{n}", Math.abs(number));
  left.classList.toggle("eb-error", number < 0);
}

// For those who listen: only when there is little room, and not at each sign.
function sayLeft(question) {
  const left = part("left", place(question.id));
  const isNear = left && leftOf(question) < question.most_characters / 10;
  part("status").textContent = isNear ? left.textContent : "";
}

function showAdvice(question) {
  const box = part("advice", place(question.id));
  if (!box) return;
  const found = adviceOn(field(question.id).value, rules.advice).map((one) => one.says).join(" ");
  if (box.textContent !== found) box.textContent = found;
  box.hidden = !found;
}

function show(question) {
  showLeft(question);
  showAdvice(question);
}

let quiet = 0;
form.addEventListener("input", (event) => {
  const question = byId.get(event.target.name);
  if (!question) return;
  showConditions();
  showLeft(question);
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    showAdvice(question);
    sayLeft(question);
    store();
  }, 400); // when one has paused
});
form.addEventListener("focusout", (event) => {
  const question = byId.get(event.target.name);
  if (question) showAdvice(question);
});

// ---- The draft ----

const draft = new Draft(rules.form);
const keep = part("keep");

function store() {
  if (keep.checked && !draft.write(read(form, questions))) keep.checked = false;
}

keep.addEventListener("change", () => {
  if (keep.checked) store();
  else draft.remove();
  part("remove").hidden = !keep.checked;
  part("draft-status").textContent = keep.checked ? says.stored : says.removed;
});
part("remove").addEventListener("click", () => {
  keep.checked = false;
  keep.dispatchEvent(new Event("change"));
  keep.focus();
});
addEventListener("pagehide", store);

// ---- What is wrong ----

const summary = part("faults");

function words({ question, kind, number }) {
  const { shape, form: pattern, choices } = byId.get(question);
  if (kind === "missing") return says[shape === "attestation" ? "untied" : choices.length ? "unchosen" : "missing"];
  if (kind === "wrong_form") return says[`wrong_${pattern}`];
  return says[kind].replace("{n}", number);
}

function showFault(id, text) {
  const error = part("error", place(id));
  error.hidden = !text;
  part("words", error).textContent = text;
  for (const input of place(id).querySelectorAll("input, textarea, select")) {
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}

// Whether there are none. `among`: the part of the form that is looked at.
function isSound(among) {
  const found = faultsIn(read(form, questions), rules).filter(({ question }) => among.contains(place(question)));
  const texts = new Map(found.map((fault) => [fault.question, words(fault)]));
  for (const { id } of questions) showFault(id, texts.get(id) ?? "");
  const list = part("list", summary);
  list.replaceChildren(...found.map(({ question }) => {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = `#${field(question).id}`;
    link.textContent = `${byId.get(question).label.replace(/[.?:]$/, "")}: ${texts.get(question)}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      parts.reveal(place(question));
      place(question).scrollIntoView();
      field(question).focus({ preventScroll: true });
    });
    item.append(link);
    return item;
  }));
  summary.hidden = !found.length;
  document.title = found.length ? `${says.fault} ${title}` : title;
  if (found.length) {
    summary.scrollIntoView();
    summary.focus({ preventScroll: true });
  }
  return !found.length;
}

// ---- On its way ----

const key = newKey();
let contents = null;

form.noValidate = true;
form.addEventListener("submit", (event) => {
  if (!isSound(form)) {
    event.preventDefault();
    return;
  }
  if (rules.receiver) {
    form.elements.key.value = key;
    return;
  }
  event.preventDefault();
  contents = contentsOf(rules.form, key, answered());
  const name = nameOf(rules.file);
  save(contents, name);
  part("file").textContent = name;
  part("receipt").hidden = false;
  part("form").hidden = true;
  document.title = `${says.done} ${title}`;
  part("heading", part("receipt")).focus();
});

part("again")?.addEventListener("click", () => save(contents, part("file").textContent));
part("change")?.addEventListener("click", () => {
  part("receipt").hidden = true;
  part("form").hidden = false;
  document.title = title;
  part("heading", form).focus();
});

// ---- As it comes ----

const parts = new Parts(root, isSound);
part("one")?.addEventListener("click", (event) => {
  const isOne = !parts.isOneAtATime;
  parts.show(isOne ? 0 : -1);
  event.currentTarget.setAttribute("aria-pressed", String(isOne));
});

// What was written or ticked before this script was here stands: a browser fills in by itself what stood on the page
// when one comes back to it.
const already = Object.entries(read(form, questions)).filter(([, answer]) => [answer].flat().some(Boolean));
const stored = draft.read();
if (stored) write(form, questions, { ...stored, ...Object.fromEntries(already) });
// Ticked before this script was here; on the way back the browser does it, and nobody has chosen.
const [{ type }] = performance.getEntriesByType("navigation");
keep.checked = Boolean(stored) || (keep.checked && type === "navigate");
part("remove").hidden = !keep.checked;
store();
const asked = new URLSearchParams(location.search).get(rules.parameter);
if (asked && byId.has("example") && !field("example").value) field("example").value = asked;
for (const hidden of root.querySelectorAll("[data-scripted]")) hidden.hidden = false;
showConditions();
questions.forEach(show);
