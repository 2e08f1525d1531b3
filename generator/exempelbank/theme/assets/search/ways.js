// Where nothing answers: the ways on that fit what was asked for, as [name, address].

const NAME = /^\p{Lu}\p{Ll}+([- ]\p{Lu}\p{Ll}+)+$/u; // Kim Ek
const ID = /\d/;

// `uiStrings.ways`: by what a question looks like.
export function waysFor(text, { ways }) {
  const kind = NAME.test(text) ? "person" : ID.test(text) ? "id" : "other";
  return ways[kind];
}
