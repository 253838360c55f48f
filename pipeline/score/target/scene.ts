import type { Pos, Tokens } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import { CLASS, factsOfForm, factsOfLemma, type FormFacts, type LemmaFacts } from './word-facts.ts';

/**
 * A sentence as the model sees it, in columns over its places. A place is a token; but a mention of the target is one
 * place, however many tokens it has. Plain lists: of so few numbers a typed array takes longer to make than to read.
 */
export interface Scene {
  readonly length: number;
  readonly norms: readonly string[];
  readonly lemmas: readonly string[];
  readonly pos: readonly Pos[];
  readonly forms: readonly FormFacts[];
  readonly bases: readonly LemmaFacts[];
  /** Hash of the lemma; of a number, of a name and of the target only the hash of that class. */
  readonly words: readonly number[];
  /** Places from the nearest mention: below 0 left of it, 0 for the mention itself. */
  readonly distance: readonly number[];
  /** 1 where no comma, dash, mark or conjunction stands between the place and a mention of the target. */
  readonly near: readonly number[];
  readonly quoted: readonly number[];
  /** 1 where a negation stands up to three places before. */
  readonly negated: readonly number[];
  /** Valence by AFINN, turned and weakened where negated; 0 for the target. */
  readonly valence: readonly number[];
  /** Place of the mention that is judged. */
  readonly main: number;
  /** Places of all mentions, in order. */
  readonly mentions: readonly number[];
}

/** Stands for the target in `lemmas` and `norms`; no token has a blank. */
const TARGET = 'the target';

/** How far a negation reaches. */
const REACH = 3;
const TURNED = -0.7;

/**
 * Sets the scene. The first mention is the one to be judged; mentions lie in the sentence and hold a token each; of two that overlap the
 * first in the text counts.
 */
export function sceneOf(tokens: Tokens, sentence: Run, mentions: readonly [Run, ...(readonly Run[])]): Scene {
  const { places, targets, main } = placesOf(sentence, mentions);
  const length = places.length;
  const [norms, lemmas, pos]: [string[], string[], Pos[]] = [[], [], []];
  const [forms, bases]: [FormFacts[], LemmaFacts[]] = [[], []];
  const [words, quoted, negated, valence]: [number[], number[], number[], number[]] = [[], [], [], []];
  let turnedTo = 0;
  for (let i = 0; i < length; i++) {
    const place = places[i]!;
    const token = place < 0 ? ~place : place;
    const [norm, lemma, tag] = [wordAt(tokens.norms, place), wordAt(tokens.lemmas, place), tokens.pos[token]!];
    const [form, base] = [factsOfForm(norm), factsOfLemma(lemma)];
    norms.push(norm);
    lemmas.push(lemma);
    pos.push(tag);
    forms.push(form);
    bases.push(base);
    words.push(place < 0 ? CLASS.target : tag === 'PROPN' ? CLASS.name : base.word);
    quoted.push(tokens.quoteDepth[token]! > 0 ? 1 : 0);
    negated.push(i < turnedTo ? 1 : 0);
    valence.push(place < 0 ? 0 : valenceOf(form, base) * (i < turnedTo ? TURNED : 1));
    if (form.mark === 'negation') turnedTo = i + 1 + REACH;
  }
  const [distance, near] = [distances(length, targets), nearness(forms, targets)];
  const columns = { norms, lemmas, pos, forms, bases, words, distance, near, quoted, negated, valence };
  return { length, ...columns, main, mentions: targets };
}

function wordAt(words: readonly string[], place: number): string {
  return place < 0 ? TARGET : words[place]!;
}

function valenceOf(form: FormFacts, base: LemmaFacts): number {
  return form.valence === 0 ? base.valence : form.valence;
}

/** The tokens of the places; of a mention the first, its bits turned so that it is below 0. */
function placesOf(
  [from, to]: Run,
  mentions: readonly [Run, ...(readonly Run[])],
): { readonly places: readonly number[]; readonly targets: readonly number[]; readonly main: number } {
  const ordered = mentions.length === 1 ? mentions : [...mentions].sort((a, b) => a[0] - b[0]);
  const places: number[] = [];
  const targets: number[] = [];
  let main = 0;
  for (let token = from, next = 0; token < to; token++) {
    while (next < ordered.length && ordered[next]![0] < token) next++;
    const mention = ordered[next]?.[0] === token ? ordered[next]! : null;
    if (mention === mentions[0]) main = places.length;
    if (mention !== null) targets.push(places.length);
    places.push(mention === null ? token : ~token);
    if (mention !== null) token = mention[1] - 1;
  }
  return { places, targets, main };
}

/** Places from the nearest target; between two as near from the one on the left. */
function distances(length: number, targets: readonly number[]): readonly number[] {
  const distance: number[] = [];
  let n = 0;
  for (let i = 0; i < length; i++) {
    while (n + 1 < targets.length && Math.abs(i - targets[n + 1]!) < Math.abs(i - targets[n]!)) n++;
    distance.push(i - targets[n]!);
  }
  return distance;
}

/** A border belongs to the clause that it opens. */
function nearness(forms: readonly FormFacts[], targets: readonly number[]): readonly number[] {
  const near: number[] = [];
  let next = 0;
  for (let from = 0; from < forms.length;) {
    let to = from + 1;
    while (to < forms.length && forms[to]!.mark !== 'border') to++;
    while (next < targets.length && targets[next]! < from) next++;
    const isNear = next < targets.length && targets[next]! < to;
    for (; from < to; from++) near.push(isNear ? 1 : 0);
  }
  return near;
}
