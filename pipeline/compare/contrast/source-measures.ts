import type { Entity, Reporting } from '../../model.ts';
import { wordsIn } from '../words.ts';
import { measureOf, noAmounts, without, type About, type Amounts, type Measure } from './measure.ts';
import { templatedAt, type Repeats } from './repeats.ts';
import type { Unit } from './units.ts';

/** Words that one speaker has in one unit, quoted or attributed. */
export interface Spoken {
  readonly unit: number;
  readonly speaker: Entity | null;
  readonly words: number;
  readonly reporting: Reporting;
  /** Whether the statement stands in a template: its cue does, or without one its content. */
  readonly repeated: boolean;
}

/** Every statement of the units with its words and the reporter's verb. Withheld ones have no speaker. */
export function spokenIn(units: readonly Unit[], repeats: Repeats): readonly Spoken[] {
  const isTemplated = templatedAt(units, repeats);
  return units.flatMap(({ article }, unit) => {
    const words = new Map<string, number>();
    for (const [{ statement, voice }, count] of wordsIn(article)) {
      if (statement !== null && voice !== 'own') words.set(statement, (words.get(statement) ?? 0) + count);
    }
    return article.statements.map(({ id, speaker, reporting, cue, content }) => ({
      unit,
      speaker,
      words: words.get(id) ?? 0,
      reporting,
      repeated: [...cue, ...content].slice(0, 1).some((place) => isTemplated(unit, place)),
    }));
  });
}

/** What is said in the units, without copies and what stands in templates. */
export function originalIn(units: readonly Unit[], repeats: Repeats): readonly Spoken[] {
  return spokenIn(units, repeats).filter(({ unit, repeated }) => !repeated && repeats.copied[unit] === 0);
}

/** Speakers with no country of their own: unnamed, collective, or known by name alone. */
const NO_CAMP = 'unknown';

/** The camp of a speaker: its country (ISO 3166-1 alpha-2), `unknown` where none is known. */
export function campOf(speaker: Entity | null): string {
  return speaker?.country ?? NO_CAMP;
}

/** Camps with fewer statements than this are no columns of their own. */
const LEAST_STATEMENTS = 20;

/**
 * Sources: of all quoted and attributed words, the share of each camp and of each type of speaker. Reporting: of each camp's
 * statements, the share that the reporter introduces in a distancing, endorsing or negative way. Copies and what is said in
 * templates are left out: they were written once.
 */
export function sourceMeasures(
  units: readonly Unit[],
  repeats: Repeats,
  spoken: readonly Spoken[],
): readonly Measure[] {
  const original = spoken.filter(({ repeated }) => !repeated);
  const camps = frequent(spoken.map(({ speaker }) => campOf(speaker)));
  const types = frequent(spoken.map(({ speaker }) => speaker?.type ?? NO_CAMP));
  const make = (about: About, of: (said: Spoken) => readonly [part: number, whole: number]): Measure => {
    const main = amountsOf(units.length, original, of);
    return measureOf(about, without(repeats.copied, main), amountsOf(units.length, spoken, of));
  };
  const words = { family: 'sources', unit: 'quoted and attributed words' } as const;
  return [
    ...camps.map((camp) =>
      make({ ...words, key: `camp/${camp}`, topic: 'camp', label: camp }, (said) => [
        campOf(said.speaker) === camp ? said.words : 0,
        said.words,
      ]),
    ),
    ...types.map((type) =>
      make({ ...words, key: `type/${type}`, topic: 'type', label: type }, (said) => [
        (said.speaker?.type ?? NO_CAMP) === type ? said.words : 0,
        said.words,
      ]),
    ),
    ...camps.flatMap((camp) => MARKED.map((reporting) => make(verbs(camp, reporting), verbsOf(camp, reporting)))),
  ];
}

const MARKED = ['distancing', 'endorsing', 'negative'] as const satisfies readonly Reporting[];

function verbs(camp: string, reporting: Reporting): About {
  return {
    family: 'reporting',
    key: `${camp}/${reporting}`,
    topic: camp,
    label: reporting,
    unit: 'statements of the camp',
  };
}

function verbsOf(camp: string, reporting: Reporting): (said: Spoken) => readonly [number, number] {
  return (said) => (campOf(said.speaker) === camp ? [Number(said.reporting === reporting), 1] : [0, 0]);
}

/** Values that come at least so often, most frequent first, then by code unit. */
function frequent(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= LEAST_STATEMENTS)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([value]) => value);
}

function amountsOf(
  units: number,
  spoken: readonly Spoken[],
  of: (said: Spoken) => readonly [part: number, whole: number],
): Amounts {
  const amounts = noAmounts(units);
  for (const said of spoken) {
    const [part, whole] = of(said);
    amounts.numerator[said.unit]! += part;
    amounts.denominator[said.unit]! += whole;
  }
  return amounts;
}
