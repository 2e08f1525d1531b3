// The fields of a form <-> answers by the ids of the questions.

const fieldsOf = (form, id) => [...form.querySelectorAll(`[name="${id}"]`)];

export function read(form, questions) {
  const answers = {};
  for (const { id, shape } of questions) {
    const fields = fieldsOf(form, id);
    const [first] = fields;
    const ticked = fields.filter((field) => field.checked).map((field) => field.value);
    if (shape === "choices") answers[id] = ticked;
    else if (shape === "lines") answers[id] = first.value.split("\n");
    else if (["radio", "checkbox"].includes(first.type)) answers[id] = ticked[0] ?? "";
    else answers[id] = first.value;
  }
  return answers;
}

export function write(form, questions, answers) {
  for (const { id, shape } of questions) {
    const answer = answers[id] ?? (shape === "choices" || shape === "lines" ? [] : "");
    for (const field of fieldsOf(form, id)) {
      if (["radio", "checkbox"].includes(field.type)) field.checked = [answer].flat().includes(field.value);
      else field.value = shape === "lines" ? answer.join("\n") : answer;
    }
  }
}
