// Answers -> what keeps a form from being sent. exempelbank/questionnaire/answers.py says the same.

// The first fault of each question, in the order of the form: [{ question, kind, number }].
export function faultsIn(answers, { questions, patterns, space }) {
  const texts = (id) => {
    const answer = answers[id] ?? "";
    return (Array.isArray(answer) ? answer : [answer]).map((text) => stripped(text, space)).filter(Boolean);
  };
  return questions.filter((question) => isAsked(question, texts)).flatMap((question) => {
    const [fault] = faults(question, texts, patterns);
    return fault ? [{ question: question.id, number: 0, ...fault }] : [];
  });
}

// `texts`: the id of a question -> what is said.
export function isAsked({ condition }, texts) {
  if (!condition) return true;
  const said = texts(condition.question);
  return (said.length ? said : [""]).some((text) => condition.one_of.includes(text));
}

export function stripped(text, space) {
  const signs = [...text];
  while (space.includes(signs.at(-1)) && signs.length) signs.pop();
  let start = 0;
  while (start < signs.length && space.includes(signs[start])) start += 1;
  return signs.slice(start).join("");
}

export const lengthOf = (text) => [...text].length; // as people count, and Python

function* faults(question, texts, patterns) {
  let said = texts(question.id);
  if (question.shape === "attestation" && said.length === 1 && said[0] === "no") said = [];
  if (!said.length) {
    if (question.required && !(question.or_else && texts(question.or_else).length)) yield { kind: "missing" };
    return;
  }
  const many = said.length - (question.most_items ?? said.length);
  if (many > 0) yield { kind: "too_many", number: many };
  const few = (question.fewest_items ?? 0) - said.length;
  if (few > 0) yield { kind: "too_few", number: few };
  for (const text of said) {
    const over = lengthOf(text) - (question.most_characters ?? Infinity);
    if (over > 0) yield { kind: "too_long", number: over };
    const under = (question.fewest_characters ?? 0) - lengthOf(text);
    if (under > 0) yield { kind: "too_short", number: under };
  }
  if (!said.every((text) => mayBeChosen(text, question, texts))) yield { kind: "unknown" };
  const pattern = question.form && new RegExp(`^(?:${patterns[question.form]})$`, "u");
  if (pattern && !said.every((text) => pattern.test(text))) yield { kind: "wrong_form" };
  const [earlier] = question.not_before ? texts(question.not_before) : [];
  if (earlier && said[0] < earlier) yield { kind: "too_early" };
}

function mayBeChosen(text, { shape, choices }, texts) {
  if (shape === "attestation") return ["yes", "no"].includes(text);
  if (!choices.length) return true;
  const places = ["", ...texts("municipality")];
  return choices.some(([id, of]) => id === text && places.includes(of));
}
