import type { ChoiceSet, Name, Voice } from '../../model.ts';
import { measureOf, without, type About, type Measure } from './measure.ts';
import type { Repeats } from './repeats.ts';
import { speaks, type Unit } from './units.ts';
import { original, placed, present, tally, usesOf, type Test, type Use } from './uses.ts';

/** What uses of words are counted in: the units, what they repeat, and whose voice counts. */
export interface Ground {
  readonly units: readonly Unit[];
  readonly repeats: Repeats;
  readonly voice: Voice | 'all';
}

/**
 * Naming: of all uses of a choice set, the share of each name. Quoting: of all uses of a name in any voice, the share
 * that stands inside quotation marks, whoever is quoted. A name that nobody uses is left out.
 */
export function namingMeasures(ground: Ground, sets: readonly ChoiceSet[]): readonly Measure[] {
  return sets.flatMap((set, i) => {
    const uses = ground.units.map(({ article }) => placed(article.named[i]!));
    const used = new Set(uses.flatMap((found) => found.map(({ name }) => name)));
    const names = set.names.filter(({ name }) => used.has(name));
    return names.flatMap(({ name }) => [choice(ground, set, name, uses), quoting(ground, set, name, uses)]);
  });
}

function choice(ground: Ground, { id, title }: ChoiceSet, name: string, uses: Uses): Measure {
  const about = {
    key: `${id}/${name}`,
    family: 'naming',
    topic: title,
    label: name,
    unit: 'uses of the names',
  } as const;
  return counted(ground, about, uses, inVoice(ground), (_unit, _token, found) => found === name);
}

function quoting(ground: Ground, { id, title }: ChoiceSet, name: string, uses: Uses): Measure {
  const about = {
    key: `${id}/${name}`,
    family: 'quoting',
    topic: title,
    label: name,
    unit: 'uses of the name',
  } as const;
  const inMarks: Test = (unit, token) => ground.units[unit]!.article.tokens.quoteDepth[token]! > 0;
  return counted(ground, about, uses, (_unit, _token, found) => found === name, inMarks);
}

type Uses = readonly (readonly Use[])[];

function counted({ repeats }: Ground, about: About, uses: Uses, counts: Test, hit: Test): Measure {
  const isOriginal = original(repeats);
  const main = tally(uses, (unit, token, name) => isOriginal(unit, token) && counts(unit, token, name), hit);
  return measureOf(about, main, tally(uses, counts, hit));
}

/** Whether a token is of the voice that counts. */
export function inVoice({ units, voice }: Ground): Test {
  return (unit, token) => speaks(units[unit]!, token, voice);
}

/** The share of articles that use a word: in the voice that counts, and in any voice. */
export function wordMeasures(ground: Ground, words: readonly Name[]): readonly Measure[] {
  return words.flatMap((word) => {
    const uses = usesOf([word], ground.units);
    const about = { family: 'words', topic: word.name, unit: 'articles' } as const;
    return [
      inArticles(
        ground,
        { ...about, key: `${word.name}/${ground.voice}`, label: VOICE_LABELS[ground.voice] },
        uses,
        inVoice(ground),
      ),
      ...(ground.voice === 'all'
        ? []
        : [inArticles(ground, { ...about, key: `${word.name}/all`, label: VOICE_LABELS.all }, uses, () => true)]),
    ];
  });
}

const VOICE_LABELS: Readonly<Record<Voice | 'all', string>> = {
  own: 'in own voice',
  quoted: 'in quotations',
  attributed: 'in attributed speech',
  all: 'in any voice',
};

/** The share of articles with a use that counts; what stands in templates and copies does not. */
export function inArticles({ repeats }: Ground, about: About, uses: Uses, counts: Test): Measure {
  const isOriginal = original(repeats);
  const main = present(uses, (unit, token, name) => isOriginal(unit, token) && counts(unit, token, name));
  return measureOf(about, without(repeats.copied, main), present(uses, counts));
}
