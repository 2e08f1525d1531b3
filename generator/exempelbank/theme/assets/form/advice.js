// A text -> what it may tell of a person. The patterns are those of exempelbank/privacy/advice.py.

export const adviceOn = (text, rules) =>
  rules.filter(({ pattern }) => new RegExp(pattern, "u").test(text.toLowerCase()));
