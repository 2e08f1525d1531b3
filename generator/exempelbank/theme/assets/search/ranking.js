// A question and the index -> the texts that answer it, best first: generator/exempelbank/search/ranking.py step
// by step, where the steps are explained.

import { questionFrom } from "./question.js";

export async function rank(asked, index) {
  const question = await questionFrom(asked, index);
  return { ...question, hits: await rankBy(question, index) };
}

export async function rankBy({ wants }, index) {
  const { coverage, faint, steps } = index.ranking;
  const postings = await postingsOf(wants, index);
  const scores = new Map();
  const met = new Map();
  let wanted = 0;
  for (const want of wants) {
    const scored = scoresOf(want, postings, index);
    if (want.counts && scored.size) wanted += 1;
    for (const [text, score] of scored) {
      scores.set(text, (scores.get(text) ?? 0) + score);
      met.set(text, (met.get(text) ?? 0) + (want.counts ? 1 : 0));
    }
  }
  const hits = [];
  for (const [text, sum] of scores) {
    const score = wanted ? sum * (1 - coverage + (coverage * met.get(text)) / wanted) : sum;
    hits.push({ text, score: Math.floor(score * steps + 0.5) / steps });
  }
  const least = faint * hits.reduce((best, { score }) => Math.max(best, score), 0);
  return hits.filter((hit) => hit.score >= least).sort(
    (a, b) => index.isArchived(a.text) - index.isArchived(b.text) || b.score - a.score || a.text - b.text,
  );
}

async function postingsOf(wants, index) {
  const keys = [...new Set(wants.flatMap((want) => want.ways.flatMap((way) => way.keys)))];
  const found = await Promise.all(keys.map((key) => index.postings(key)));
  return new Map(keys.map((key, at) => [key, found[at]]));
}

function scoresOf(want, postings, index) {
  const { guesses, agreeing } = index.ranking;
  const isGuess = (way) => guesses.includes(way.why);
  const guessed = new Set(want.ways.filter(isGuess).flatMap((way) => [...postings.get(way.keys[0]).keys()]));
  const guessRarity = rarity(guessed.size, index);
  const sums = new Map();
  const best = new Map();
  for (const way of want.ways) {
    for (const [text, score] of wayScores(way, postings, isGuess(way) ? guessRarity : null, index)) {
      sums.set(text, (sums.get(text) ?? 0) + score);
      if (!best.has(text) || score > best.get(text)) best.set(text, score);
    }
  }
  return new Map([...best].map(([text, score]) => [text, score + agreeing * (sums.get(text) - score)]));
}

function wayScores(way, postings, guessRarity, index) {
  const { saturation, stepsPerDoubling, stepLetters } = index.ranking;
  let found = null;
  for (const key of way.keys) {
    const held = postings.get(key);
    const rare = guessRarity ?? rarity(held.size, index);
    const before = found;
    found = new Map();
    for (const [text, step] of held) {
      if (before && !before.has(text)) continue;
      const weight = 2 ** ((stepLetters.indexOf(step) + 1) / stepsPerDoubling) - 1;
      const score = (way.weight * rare * (saturation + 1) * weight) / (saturation + weight);
      found.set(text, (before?.get(text) ?? 0) + score);
    }
  }
  return found;
}

function rarity(having, index) {
  return Math.log(1 + (index.texts - having + 0.5) / (having + 0.5));
}
