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

// Scores stand in arrays, a place for each document: a question may meet all of ten thousand.
function rank({ clauses }, postings, index) {
  const { coverage, faint, scorePrecision } = index.ranking;
  const scores = new Float64Array(index.documentCount);
  const clausesMet = new Uint8Array(index.documentCount);
  const found = new Set();
  let clausesThatCount = 0;
  for (const clause of clauses) {
    const { docs, scoreOf } = scoresOf(clause, postings, index);
    if (clause.counts && docs.length) clausesThatCount += 1;
    for (const doc of docs) {
      found.add(doc);
      scores[doc] += scoreOf(doc);
      if (clause.counts) clausesMet[doc] += 1;
    }
  }
  const hits = [];
  let best = 0;
  for (const doc of found) {
    const met = clausesMet[doc];
    const exact = clausesThatCount ? scores[doc] * (1 - coverage + (coverage * met) / clausesThatCount) : scores[doc];
    const score = Math.floor(exact * scorePrecision + 0.5) / scorePrecision;
    best = Math.max(best, score);
    hits.push({ doc, met, score });
  }
  return hits.filter((hit) => hit.score >= faint * best).sort((a, b) =>
    index.isArchived(a.doc) - index.isArchived(b.doc) || b.score - a.score || a.doc - b.doc,
  );
}

async function postingsOf(clauses, index) {
  const stems = clauses.flatMap((clause) => clause.candidates.flatMap((candidate) => candidate.stems));
  const distinct = [...new Set(stems)];
  const postings = await Promise.all(distinct.map((stem) => index.postings(stem)));
  return new Map(distinct.map((stem, at) => [stem, postings[at]]));
}

// {docs, scoreOf(doc)}: of the documents that any candidate meets.
function scoresOf(clause, postings, index) {
  const { guesses, tieBreaker } = index.ranking;
  const isGuess = ({ match }) => guesses.includes(match);
  const guessed = new Set();
  for (const { stems } of clause.candidates.filter(isGuess)) {
    for (const doc of postings.get(stems[0]).keys()) guessed.add(doc);
  }
  const guessIdf = idf(guessed.size, index);
  const docs = [];
  const sums = new Float64Array(index.documentCount);
  const best = new Float64Array(index.documentCount).fill(-1);
  const add = (doc, score) => {
    if (best[doc] < 0) docs.push(doc);
    sums[doc] += score;
    if (score > best[doc]) best[doc] = score;
  };
  for (const candidate of clause.candidates) {
    scoreCandidate(candidate, postings, isGuess(candidate) ? guessIdf : null, index, add);
  }
  return { docs, scoreOf: (doc) => best[doc] + tieBreaker * (sums[doc] - best[doc]) };
}

// Of the documents that hold all its stems.
function scoreCandidate({ stems, weight }, postings, guessIdf, index, add) {
  const { saturation } = index.ranking;
  const held = stems.map((stem) => postings.get(stem));
  const idfs = held.map((docs) => guessIdf ?? idf(docs.size, index));
  for (const doc of held[0].keys()) {
    let score = 0;
    for (let at = 0; at < held.length; at += 1) {
      const much = held[at].get(doc);
      if (much === undefined) {
        score = -1;
        break;
      }
      score += (weight * idfs[at] * (saturation + 1) * much) / (saturation + much);
    }
    if (score >= 0) add(doc, score);
  }
}

function idf(documentFrequency, index) {
  return Math.log(1 + (index.documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));
}
