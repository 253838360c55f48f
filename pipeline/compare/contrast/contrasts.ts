import type { Codebooks, ComparisonPlan, Contrasts, Group, Study } from '../../model.ts';
import type { Contribution } from '../contribution.ts';
import { passagesOf } from './claim-passages.ts';
import { claimsOf } from './claim.ts';
import { company } from './company.ts';
import { contrastOf } from './contrast.ts';
import { idsOf, type Design } from './design.ts';
import { frameMeasures } from './frame-measures.ts';
import { harmMeasures } from './harm-measures.ts';
import { keyness, LEAST_DOCUMENTS } from './keyness.ts';
import type { Measure } from './measure.ts';
import { multiverse, type WordQuestion } from './multiverse.ts';
import { namingMeasures, wordMeasures, type Ground } from './naming-measures.ts';
import { periodStart } from './periods.ts';
import { repeats, type Repeats } from './repeats.ts';
import { resampling } from './resample.ts';
import { roleMeasures, roleProfiles } from './role-measures.ts';
import { originalIn, sourceMeasures, spokenIn } from './source-measures.ts';
import { sourceProfile } from './source-profile.ts';
import { stanceMeasures } from './stance-measures.ts';
import { sumStore } from './sums.ts';
import { termIndex } from './term-index.ts';
import { termMeasures } from './term-measures.ts';
import { termsOf, vocabularyOf } from './terms.ts';
import { unitsOf, type Unit } from './units.ts';
import { original } from './uses.ts';
import { judged } from './verdict.ts';

/**
 * Two groups of the study set against each other: naming, quoting, words, sources, reporting verbs, stance and terms as
 * proportions with their uncertainty, keyness, company, profiles of the sources, and how far the main contrasts hang on
 * how they are computed. `null` where the study names fewer than two groups. Cost is linear in articles but for the sort of
 * word runs (n log n); the result does not depend on the order of the articles.
 */
export function contrasts(articles: readonly Contribution[], study: Study, codebooks: Codebooks): Contrasts | null {
  const plan = study.comparison;
  const groups = groupsOf(study);
  if (groups === null) return null;
  const { units, elsewhere, outsideWindow } = unitsOf(articles, groups, plan.window);
  const repeated = repeats(units, plan.templates);
  const ground: Ground = { units, repeats: repeated, voice: plan.voice };
  const design = designOf(units, groups, study);
  const measures = measuresOf(ground, study, codebooks);
  const judgedContrasts = judged(
    measures.map((measure) => contrastOf(measure, design)),
    study.minimum,
    plan.families,
  );
  return {
    groups,
    voice: plan.voice,
    articles: { ...articlesOf(units, groups), elsewhere, outsideWindow, copies: repeated.copies.length },
    templates: repeated.templates,
    templated: groups.map(({ id }) => ({ group: id, share: templatedShare(units, repeated, id) })),
    copies: repeated.copies,
    contrasts: judgedContrasts,
    ...wordsOf(ground, design, plan),
    sources: sourceProfile(originalIn(units, repeated), units, idsOf({ groups }), design.resampling),
    roles: roleProfiles(units, repeated, study.minimum.articles, idsOf({ groups }), design.resampling),
    multiverse: mainOnes(measures, plan).map((measure) =>
      multiverse(measure, questionOf(measure, plan, codebooks), ground, idsOf({ groups })),
    ),
    claims: claimsOf(judgedContrasts, plan.main, groups).map(({ contrast, ...claim }) => ({
      ...claim,
      contrast: contrast.id,
      passages: passagesOf(contrast, { ground, codebooks, words: plan.words, seed: study.seed }),
    })),
    outletsResampled: groups.map(({ id }) => ({
      group: id,
      resampled: design.resampling.outletsResampled.includes(id),
    })),
    replicates: plan.replicates,
    plan: plan.sha256,
  };
}

type Pair = readonly [treated: Group, reference: Group];

function groupsOf({ groups, comparison }: Study): Pair | null {
  const [treated, reference] = (comparison.groups ?? []).map((id) => groups.find((group) => group.id === id));
  return treated === undefined || reference === undefined ? null : [treated, reference];
}

function designOf(units: readonly Unit[], groups: Pair, { comparison, minimum, seed }: Study): Design {
  const { replicates, period } = comparison;
  return {
    units,
    groups,
    resampling: resampling(units, { seed, replicates, leastArticles: minimum.articles }),
    periods: units.map(({ date }) => periodStart(date, period)),
    minimum,
    seed,
    sums: sumStore(replicates),
  };
}

function measuresOf(ground: Ground, { comparison, minimum }: Study, codebooks: Codebooks): readonly Measure[] {
  const { units, repeats: repeated } = ground;
  return [
    ...namingMeasures(ground, codebooks.naming),
    ...wordMeasures(ground, comparison.words),
    ...sourceMeasures(units, repeated, spokenIn(units, repeated)),
    ...stanceMeasures(units, repeated, minimum.articles),
    ...frameMeasures(units, repeated),
    ...termMeasures(ground, codebooks.frames),
    ...roleMeasures(units, repeated, minimum.articles),
    ...harmMeasures(ground, minimum.articles),
  ];
}

function articlesOf(units: readonly Unit[], [treated, reference]: Pair): { treated: number; reference: number } {
  const of = (id: string): number => units.filter(({ group }) => group === id).length;
  return { treated: of(treated.id), reference: of(reference.id) };
}

function templatedShare(units: readonly Unit[], { templated }: Repeats, group: string): number | null {
  let [part, whole] = [0, 0];
  units.forEach((unit, i) => {
    if (unit.group !== group) return;
    for (const token of templated[i]!) part += token;
    whole += templated[i]!.length;
  });
  return whole === 0 ? null : part / whole;
}

/** Keyness, and the company of each node, in the voice that counts and without repeats. */
function wordsOf(
  { units, repeats: repeated, voice }: Ground,
  design: Design,
  { nodes }: ComparisonPlan,
): Pick<Contrasts, 'keyness' | 'company'> {
  const counted = original(repeated);
  const vocabulary = vocabularyOf(units);
  const terms = termsOf(units, vocabulary, voice, counted);
  return {
    keyness: keyness(termIndex(terms, LEAST_DOCUMENTS), design),
    company: nodes.map((node) => company(node, design, { voice, counted, vocabulary, terms })),
  };
}

function mainOnes(measures: readonly Measure[], { main }: ComparisonPlan): readonly Measure[] {
  return main.flatMap((id) => measures.filter((measure) => measure.id === id));
}

/** The words behind a main contrast of naming or of a followed word; `null` for what is not found by its words. */
function questionOf(
  { id, family, label, topic }: Measure,
  { words }: ComparisonPlan,
  { naming }: Codebooks,
): WordQuestion | null {
  if (family === 'naming') {
    const set = naming.find((one) => id === `naming/${one.id}/${label}`)!;
    return { names: set.names, name: label, of: 'uses' };
  }
  const word = family === 'words' ? words.find(({ name }) => name === topic) : undefined;
  return word === undefined ? null : { names: [word], name: word.name, of: 'articles' };
}
