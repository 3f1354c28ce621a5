import type { Symptom } from './entry.ts';
import { SYMPTOMS } from './symptoms/index.ts';

/** Longer texts are stories, in which any word may come up. */
const MAX_WORDS = 60;
/** A text of more words than this must speak of processes. */
const FEW_WORDS = 9;
const SUBJECT =
  /\b(?:multi ?process\w*|process(?:es)?|pools?|workers?|child(?:ren)?|parent|executors?|queues?|cores?|cpus?|fork\w*|spawn\w*|concurrent futures|parallel\w*|subprocess\w*|apply async|joblib|\w*pickl\w*)\b/;
/** As many as are worth reading. */
const MAX_SYMPTOMS = 2;

/** The symptoms that a description in plain words fits, best first. */
export function symptomsIn(text: string): Symptom[] {
  const words = plain(text);
  const count = words.split(' ').length;
  if (count > MAX_WORDS || (count > FEW_WORDS && !SUBJECT.test(words))) return [];
  const scored = SYMPTOMS.map((symptom) => ({
    symptom,
    score: Math.max(...symptom.phrases.map((phrase) => scoreOf(phrase, words))),
  })).filter(({ score }) => score > 0);
  const best = Math.max(...scored.map(({ score }) => score));
  return scored
    .sort((a, b) => b.score - a.score)
    .filter(({ score }) => score >= best - 1)
    .slice(0, MAX_SYMPTOMS)
    .map(({ symptom }) => symptom);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9.]+/g, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** How many of a phrase's words are in the text; 0 where one is missing. */
function scoreOf(phrase: string, words: string): number {
  const groups = phrase.split(' ');
  return groups.every((group) => patternOf(group).test(words)) ? groups.length : 0;
}

/** `no_output` allows for a word between: "no visible output"; each word may have an ending. */
function patternOf(group: string): RegExp {
  const words = group
    .split('|')
    .map((word) => word.replaceAll('.', '\\.').replaceAll('_', ' (?:\\w+ )?'))
    .join('|');
  return new RegExp(`\\b(?:${words})(?:s|es|ed|d|ing)?\\b`);
}
