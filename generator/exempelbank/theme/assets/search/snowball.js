// The Swedish stemmer of Snowball 3.1 (https://snowballstem.org/algorithms/swedish/stemmer.html), as
// generator/exempelbank/search/snowball.py has it. Endings are taken off only in the region R1: what
// follows the first consonant after a vowel, at least three letters in.

const VOWELS = "aeiouyäåö";
const BEFORE_S = "bcdfghjklmnoprtvy";
const BEFORE_OST = "iklnprtuv";
const NO_ET = "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit".split(" ");
const ENDINGS = (
  "heterna hetens andet arnas ernas ornas andes heten heter arens anden arna erna orna ades ande arne " +
  "aste aren erns ade are ern ens het ast at ad en ar er or as es et a e s"
).split(" ").sort((a, b) => b.length - a.length);
const PAIRS = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
const OTHER_ENDINGS = ["lig", "els", "ig"];

export function snowball(word) {
  const region = regionOf(word);
  return withoutOther(withoutPair(withoutEnding(word, region), region), region);
}

function regionOf(word) {
  if (word.length < 3) return word.length;
  let at = 0;
  while (at < word.length && !VOWELS.includes(word[at])) at += 1;
  while (at < word.length && VOWELS.includes(word[at])) at += 1;
  return at < word.length ? Math.max(at + 1, 3) : word.length;
}

const endsIn = (word, ending, region) => word.endsWith(ending) && word.length - ending.length >= region;

function withoutEnding(word, region) {
  const ending = ENDINGS.find((other) => endsIn(word, other, region));
  if (!ending) return word;
  const rest = word.slice(0, -ending.length);
  if (ending === "et") return mayLoseEt(rest) ? rest : word;
  if (ending !== "s") return rest;
  if (rest.endsWith("et") && mayLoseEt(rest.slice(0, -2))) return rest.slice(0, -2);
  return BEFORE_S.includes(rest.at(-1)) ? rest : word;
}

function mayLoseEt(rest) {
  const [vowel, consonant] = rest.slice(-2);
  return rest.length > 2 && VOWELS.includes(vowel) && !VOWELS.includes(consonant) &&
    !NO_ET.some((ending) => rest.endsWith(ending));
}

function withoutPair(word, region) {
  return PAIRS.some((pair) => endsIn(word, pair, region)) ? word.slice(0, -1) : word;
}

function withoutOther(word, region) {
  if (endsIn(word, "fullt", region)) return word.slice(0, -1);
  if (endsIn(word, "öst", region)) return BEFORE_OST.includes(word.at(-4) ?? " ") ? word.slice(0, -1) : word;
  const ending = OTHER_ENDINGS.find((other) => endsIn(word, other, region));
  return ending ? word.slice(0, -ending.length) : word;
}
