// A query and the index -> the documents that answer it, best first: generator/exempelbank/search/ranking.py step
// by step, where the steps are explained.

import { queryFrom } from "./query.js";

export async function search(text, index) {
  const query = await queryFrom(text, index);
  const postings = await postingsOf(query.clauses, index);
  const nearOnly = isNearOnly(query, postings, index);
  // A mended word is a question only when nothing holds what was written.
  const suggestions = nearOnly ? query.mended : new Map();
  return { ...query, nearOnly, suggestions, hits: rank(query, postings, index) };
}

// Do texts hold only synonyms of the reader's words, parts of them, or words like them?
function isNearOnly({ clauses }, postings, { ranking }) {
  return !clauses.some(({ candidates }) =>
    candidates.some(({ match, weight, stems }) =>
      ranking.wholeMatches.includes(match) && weight > ranking.weights.other_diacritics &&
      stems.some((stem) => postings.get(stem).size),
    ),
  );
}

function rank({ clauses }, postings, index) {
  const { coverage, faint, scorePrecision } = index.ranking;
  const scores = new Map();
  const clausesMet = new Map();
  let clausesThatCount = 0;
  for (const clause of clauses) {
    const clauseScores = scoresOf(clause, postings, index);
    if (clause.counts && clauseScores.size) clausesThatCount += 1;
    for (const [doc, score] of clauseScores) {
      scores.set(doc, (scores.get(doc) ?? 0) + score);
      clausesMet.set(doc, (clausesMet.get(doc) ?? 0) + (clause.counts ? 1 : 0));
    }
  }
  const hits = [];
  for (const [doc, sum] of scores) {
    const met = clausesMet.get(doc);
    const score = clausesThatCount ? sum * (1 - coverage + (coverage * met) / clausesThatCount) : sum;
    hits.push({ doc, met, score: Math.floor(score * scorePrecision + 0.5) / scorePrecision });
  }
  const least = faint * hits.reduce((best, { score }) => Math.max(best, score), 0);
  return hits.filter((hit) => hit.score >= least).sort((a, b) =>
    index.isArchived(a.doc) - index.isArchived(b.doc) || b.score - a.score || a.doc - b.doc,
  );
}

async function postingsOf(clauses, index) {
  const stems = clauses.flatMap((clause) => clause.candidates.flatMap((candidate) => candidate.stems));
  const distinct = [...new Set(stems)];
  const postings = await Promise.all(distinct.map((stem) => index.postings(stem)));
  return new Map(distinct.map((stem, at) => [stem, postings[at]]));
}

function scoresOf(clause, postings, index) {
  const { guesses, tieBreaker } = index.ranking;
  const isGuess = (candidate) => guesses.includes(candidate.match);
  const guessed = new Set(
    clause.candidates.filter(isGuess).flatMap((candidate) => [...postings.get(candidate.stems[0]).keys()]),
  );
  const guessIdf = idf(guessed.size, index);
  const sums = new Map();
  const best = new Map();
  for (const candidate of clause.candidates) {
    const scores = candidateScores(candidate, postings, isGuess(candidate) ? guessIdf : null, index);
    for (const [doc, score] of scores) {
      sums.set(doc, (sums.get(doc) ?? 0) + score);
      if (!best.has(doc) || score > best.get(doc)) best.set(doc, score);
    }
  }
  return new Map([...best].map(([doc, score]) => [doc, score + tieBreaker * (sums.get(doc) - score)]));
}

function candidateScores(candidate, postings, guessIdf, index) {
  const { saturation, levelsPerDoubling, levelLetters } = index.ranking;
  let scores = null;
  for (const stem of candidate.stems) {
    const levels = postings.get(stem);
    const stemIdf = guessIdf ?? idf(levels.size, index);
    const before = scores;
    scores = new Map();
    for (const [doc, level] of levels) {
      if (before && !before.has(doc)) continue;
      const weight = 2 ** ((levelLetters.indexOf(level) + 1) / levelsPerDoubling) - 1;
      const score = (candidate.weight * stemIdf * (saturation + 1) * weight) / (saturation + weight);
      scores.set(doc, (before?.get(doc) ?? 0) + score);
    }
  }
  return scores;
}

function idf(documentFrequency, index) {
  return Math.log(1 + (index.documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
