import { attribute } from '../../../pipeline/attribute/attribute.ts';
import type { Found } from '../../../pipeline/attribute/attribution.ts';
import { findAttributions } from '../../../pipeline/attribute/found.ts';
import { featuresOf } from '../../../pipeline/attribute/sequence/features.ts';
import { label, type Labelling } from '../../../pipeline/attribute/sequence/label.ts';
import { LABEL_COUNT } from '../../../pipeline/attribute/sequence/labels.ts';
import { link, type Linked } from '../../../pipeline/attribute/sequence/link.ts';
import { segmentsOf, type Segment } from '../../../pipeline/attribute/sequence/segments.ts';
import { rawConfidence, taggedAttributions } from '../../../pipeline/attribute/sequence/tagged.ts';
import { weightsOf, withEndings, type Weights } from '../../../pipeline/attribute/sequence/weights.ts';
import { scoreAttributions } from '../../../pipeline/evaluate/attributions.ts';
import { outermost } from '../../../pipeline/evaluate/outermost.ts';
import { sourced } from '../../../pipeline/evaluate/sourced.ts';
import { scoreStatements } from '../../../pipeline/evaluate/statements.ts';
import type {
  Annotation,
  Attribution,
  AttributionGold,
  AttributionPrediction,
  PointSpan,
} from '../../../pipeline/gold.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { readPolnear } from '../../../pipeline/read/polnear.ts';
import { readStatements } from '../../../pipeline/read/sourced-statements.ts';
import { codePoints } from '../../../pipeline/text/code-points.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { examplesOf, type Example } from './corpus.ts';

/**
 * Prints the figures of the model card that `parallax evaluate` does not: the model's segments before they are joined, what
 * the linker makes of an annotator's own segments, the rules alone, both with the ends of contents not settled, and who is right where model and rules differ. `folder`
 * holds `polnear/dev` and `sourced-statements/dev.jsonl`.
 */
export function printFigures(folder: string, say: (line: string) => void): void {
  const gold = readPolnear(`${folder}/polnear/dev`);
  const examples = examplesOf(`${folder}/polnear/dev`);
  const seeds = readOwnSeeds();
  const weights = weightsOf(seeds.attributionWeights.bytes);
  say(`the model's segments, exact F1: ${bareScores(examples, gold, weights)}`);
  const own = examples.map((example) =>
    inAttributions(example, link(segmented(example, labelsAsGiven(example), weights))),
  );
  const first = { ...gold, annotations: firstOf(gold) };
  const { precision, recall, f1 } = named(scoreAttributions(first, own).allFiles.relations.exact);
  say(`an annotator's segments, linked, whole attributions: precision ${precision}, recall ${recall}, F1 ${f1}`);
  rulesAlone(folder, gold, seeds, say);
  withEndsUnsettled(gold, seeds, say);
  for (const line of disagreements(examples, gold, weights)) say(line);
}

/** Exact F1 of the model's segments, before they are joined. */
export function bareScores(examples: readonly Example[], gold: AttributionGold, weights: Weights): string {
  const parts = examples.map((example) => inParts(example, segmented(example, modelLabels(example, weights), weights)));
  return exact(gold, parts);
}

function named({ p, r, f1 }: { p: number; r: number; f1: number }): { precision: number; recall: number; f1: number } {
  return { precision: p, recall: r, f1 };
}

function modelLabels({ reader, lines }: Example, weights: Weights): Labelling {
  const { paragraph } = reader.article.tokens;
  return label(featuresOf(reader, lines, weights.rates), paragraph, weights);
}

/** The first annotator's labels, each as sure as can be. */
function labelsAsGiven({ labellings }: Example): Labelling {
  const labels = labellings[0]!;
  const marginals = new Float64Array(labels.length * LABEL_COUNT);
  labels.forEach((y, i) => (marginals[i * LABEL_COUNT + y] = 1));
  return { labels, marginals };
}

function segmented({ reader, lines }: Example, labelling: Labelling, weights: Weights): readonly Segment[] {
  return segmentsOf(labelling, featuresOf(reader, lines, weights.rates), reader.article.tokens.paragraph);
}

const NOTHING: Attribution = { source: [], cue: [], content: [] };

/** Each segment as an attribution of one role. */
function inParts(example: Example, segments: readonly Segment[]): AttributionPrediction {
  const points = pointsOf(example);
  const attributions = segments.map((segment) => ({ ...NOTHING, [segment.role]: [points(segment)] }));
  return { article: example.reader.article.id, attributions };
}

function inAttributions(example: Example, linked: readonly Linked[]): AttributionPrediction {
  const points = pointsOf(example);
  const one = (segment: Segment | null): readonly PointSpan[] => (segment === null ? [] : [points(segment)]);
  const attributions = linked.map(({ source, cue, content }) => ({
    source: one(source),
    cue: one(cue),
    content: content.map(points),
  }));
  return { article: example.reader.article.id, attributions };
}

function pointsOf({ reader: { article } }: Example): (segment: Segment) => PointSpan {
  const points = codePoints(article.text);
  return ({ first, end }) => points([article.tokens.starts[first]!, article.tokens.ends[end - 1]!]);
}

function exact(gold: AttributionGold, predictions: readonly AttributionPrediction[]): string {
  const { source, cue, content } = scoreAttributions(gold, predictions).allFiles.segments.exact;
  return `source ${source.f1}, cue ${cue.f1}, content ${content.f1}`;
}

function firstOf({ articles, annotations }: AttributionGold): readonly Annotation[] {
  return articles.map(({ id }) => annotations.find(({ article }) => article === id)!);
}

function rulesAlone(
  folder: string,
  gold: AttributionGold,
  { registry, lexicons }: ReturnType<typeof readOwnSeeds>,
  say: (line: string) => void,
): void {
  sayScores('rules alone', gold, { registry, lexicons }, null, say);
  const statements = readStatements(`${folder}/sourced-statements/dev.jsonl`);
  const scores = scoreStatements(
    statements,
    statements.map(({ id, article }) => ({
      article: id,
      statements: sourced(attribute(tokenise(article), registry, lexicons, [], null)),
    })),
  );
  say(`rules alone, statements F1 ${scores.statements.f1}, with the right name ${scores.statementsWithName.f1}`);
  say(`rules alone, ${JSON.stringify(scores.pronounOrNoMention)}, unknown ${scores.unknownSpeakerAmongFoundQuotes}`);
}

/** Model and rules, where contents end as the sequence model has them. */
function withEndsUnsettled(
  gold: AttributionGold,
  seeds: ReturnType<typeof readOwnSeeds>,
  say: (line: string) => void,
): void {
  const none = new Int32Array(0);
  const bytes = withEndings(seeds.attributionWeights.bytes, { keys: none, values: none, beliefs: [], step: 1 });
  sayScores('ends not settled', gold, seeds, bytes, say);
}

function sayScores(
  name: string,
  gold: AttributionGold,
  { registry, lexicons }: Pick<ReturnType<typeof readOwnSeeds>, 'registry' | 'lexicons'>,
  bytes: Uint8Array | null,
  say: (line: string) => void,
): void {
  const predictions = gold.articles.map((one) => outermost(attribute(tokenise(one), registry, lexicons, [], bytes)));
  const { relations, byType } = scoreAttributions(gold, predictions).allFiles;
  const shares = Object.entries(byType).map(([type, { share }]) => `${type} ${share}`);
  say(`${name}, exact F1: ${exact(gold, predictions)}; all roles overlap ${relations.allRolesOverlap.f1}`);
  say(`${name}, recovered: ${shares.join(', ')}`);
}

/** For one cue, found by both but not alike: how often each is right, by how sure the model is. */
function disagreements(examples: readonly Example[], gold: AttributionGold, weights: Weights): readonly string[] {
  const bins = new Map<string, { cases: number; model: number; rules: number }>();
  examples.forEach((example) => {
    const given = gold.annotations.find(({ article }) => article === example.reader.article.id)!;
    const right = rightIn(example, given);
    const { found } = findAttributions(example.reader);
    for (const linked of taggedAttributions(example.reader, example.lines, found, weights)) {
      const twin = twinOf(example, linked, found);
      if (twin === null || linked.content.length === 0) continue;
      const [model, rules] = [right(inAttributions(example, [linked]).attributions[0]!), right(twin)];
      if (JSON.stringify(twin) === JSON.stringify(inAttributions(example, [linked]).attributions[0])) continue;
      const key = rawConfidence(linked) < 0.9 ? 'below 0.9' : 'from 0.9 on';
      const bin = bins.get(key) ?? { cases: 0, model: 0, rules: 0 };
      bins.set(key, { cases: bin.cases + 1, model: bin.model + model, rules: bin.rules + rules });
    }
  });
  return [...bins].sort().map(([key, { cases, model, rules }]) => {
    return `model sure ${key}, differs from the rules in ${cases} cases: model right ${model}, rules right ${rules}`;
  });
}

function twinOf(example: Example, { cue }: Linked, found: readonly Found[]): Attribution | null {
  if (cue === null) return null;
  const { starts, ends } = example.reader.article.tokens;
  const [start, end] = [starts[cue.first]!, ends[cue.end - 1]!];
  const twin = found.find((one) => one.cue !== null && one.cue.span[0] < end && start < one.cue.span[1]);
  const points = codePoints(example.reader.article.text);
  if (twin === undefined) return null;
  return {
    source: twin.source === null ? [] : [points(twin.source.span)],
    cue: [points(twin.cue!.span)],
    content: twin.content.map(points),
  };
}

/** 1 where one attribution recovers a gold one by the measure of `parallax evaluate`, else 0. */
function rightIn({ reader: { article } }: Example, given: Annotation): (attribution: Attribution) => number {
  const gold = { articles: [article], annotations: [given] };
  return (attribution) => {
    const scores = scoreAttributions(gold, [{ article: article.id, attributions: [attribution] }]);
    const types = Object.values(scores.allFiles.byType);
    return types.some(({ recovered }) => recovered > 0) ? 1 : 0;
  };
}
