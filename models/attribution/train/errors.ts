import { attribute } from '../../../pipeline/attribute/attribute.ts';
import { compared, type Compared, type TokenSets } from '../../../pipeline/evaluate/compared.ts';
import { goldTokens, tokensIn } from '../../../pipeline/evaluate/gold-tokens.ts';
import { sameName } from '../../../pipeline/evaluate/names.ts';
import { outermost } from '../../../pipeline/evaluate/outermost.ts';
import { agree, greatest, jaccard, shared } from '../../../pipeline/evaluate/sets.ts';
import { sourced } from '../../../pipeline/evaluate/sourced.ts';
import { ROLES, type Attribution, type AttributionPrediction, type PointSpan } from '../../../pipeline/gold.ts';
import type { Article, AttributedArticle } from '../../../pipeline/model.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { readPolnear } from '../../../pipeline/read/polnear.ts';
import { readStatements } from '../../../pipeline/read/sourced-statements.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { randomOf, shuffle } from './random.ts';

/** How many errors of a kind are drawn, and the seed of the draw. */
const DRAWN = 20;
const SEED = 20;

/** An error, ready to be read. Its place, article and offsets, tells it from the others of its kind. */
interface Mistake {
  readonly kind: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/**
 * Prints twenty errors of each kind, drawn by lot, the same ones each time: what gold has, what was found and the words
 * around. The card's section "Errors read" comes of reading them. Offsets are in code points. `folder` holds
 * `polnear/dev` and `sourced-statements/dev.jsonl`.
 */
export function printErrors(folder: string, say: (line: string) => void): void {
  const { registry, lexicons, attributionWeights } = readOwnSeeds();
  const analyse = (article: Article): AttributedArticle =>
    attribute(tokenise(article), registry, lexicons, [], attributionWeights.bytes);
  const mistakes = [...attributionMistakes(folder, analyse), ...wrongNames(folder, analyse)];
  const random = randomOf(SEED);
  for (const kind of [...new Set(mistakes.map((one) => one.kind))].sort()) {
    const all = distinct(mistakes.filter((one) => one.kind === kind));
    shuffle(all, random);
    say(`\n${kind}: ${Math.min(DRAWN, all.length)} of ${all.length}`);
    all.slice(0, DRAWN).forEach(({ place, lines }, i) => {
      for (const line of [`\n${i + 1}. ${place}`, ...lines]) say(line);
    });
  }
}

/** What several annotators marked alike is read once. */
function distinct(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map((one) => [one.place, one])).values()];
}

type Analyse = (article: Article) => AttributedArticle;

function attributionMistakes(folder: string, analyse: Analyse): readonly Mistake[] {
  const gold = readPolnear(`${folder}/polnear/dev`);
  const predictions = gold.articles.map((article) => outermost(analyse(article)));
  const pairs = compared(gold, predictions);
  return gold.articles.flatMap((article, i) => {
    const files = pairs.flatMap((pair, k) =>
      pair.article === article.id ? [{ pair, given: gold.annotations[k]!.attributions }] : [],
    );
    const read = { article, points: Array.from(article.text), found: predictions[i]!, files };
    return [...files.flatMap((file) => missed(read, file)), ...unmarked(read)];
  });
}

/** An annotation file: its attributions as tokens beside what was found, and in code points. */
interface AnnotationFile {
  readonly pair: Compared;
  readonly given: readonly Attribution[];
}

interface Read {
  readonly article: Article;
  readonly points: readonly string[];
  readonly found: AttributionPrediction;
  readonly files: readonly AnnotationFile[];
}

/** Least Jaccard of contents at which `parallax evaluate` counts an attribution as recovered. */
const RECOVERED = 0.8;

/** What `parallax evaluate` counts as not recovered, and contents whose border is wrong though their cue is right. */
function missed(read: Read, { pair, given }: AnnotationFile): readonly Mistake[] {
  return pair.gold.flatMap((gold, i) => {
    const best = nearest(gold, pair.found);
    const isNear = best !== null && jaccard(gold.content, best.content) >= RECOVERED;
    const twin = nearest(
      gold,
      pair.found.filter(({ cue }) => shared(gold.cue, cue) > 0),
    );
    const show = (kind: string, found: TokenSets | null): Mistake =>
      mistakeOf(read, kind, given[i]!, found === null ? null : read.found.attributions[pair.found.indexOf(found)]!);
    const touching = nearest(
      gold,
      pair.found.filter((found) => touches(gold, found)),
    );
    return [
      ...(isNear && agree(gold.source, best.source) ? [] : [show(`missed ${gold.type}`, touching)]),
      ...(twin !== null && jaccard(gold.content, twin.content) < RECOVERED
        ? [show('wrong border of content', twin)]
        : []),
    ];
  });
}

function nearest(gold: TokenSets, found: readonly TokenSets[]): TokenSets | null {
  return greatest(found, ({ content }) => jaccard(gold.content, content));
}

/** Whether any role of one shares a token with any role of the other. */
function touches(gold: TokenSets, found: TokenSets): boolean {
  return ROLES.some((role) => ROLES.some((other) => shared(gold[role], found[other]) > 0));
}

/** Found attributions that agree in all roles with none of any annotator. */
function unmarked(read: Read): readonly Mistake[] {
  return read.found.attributions.flatMap((attribution, k) => {
    const isMarked = read.files.some(({ pair: { gold, found } }) =>
      gold.some((one) => ROLES.every((role) => agree(one[role], found[k]![role]))),
    );
    return isMarked ? [] : [mistakeOf(read, 'found, marked by no annotator', nearGold(read, k), attribution)];
  });
}

function nearGold({ files }: Read, k: number): Attribution | null {
  const touching = files.flatMap(({ pair: { gold, found }, given }) =>
    gold.flatMap((one, i) => (touches(one, found[k]!) ? [given[i]!] : [])),
  );
  return touching[0] ?? null;
}

function mistakeOf(read: Read, kind: string, gold: Attribution | null, found: Attribution | null): Mistake {
  const [start, end] = hullOf((kind.startsWith('found') ? found : gold)!);
  const annotators = read.files.length > 1 ? `, ${read.files.length} annotators` : '';
  const lines = [`gold:   ${shown(gold, read.points)}`, `found:  ${shown(found, read.points)}`];
  const place = `${read.article.id} ${start}–${end}${annotators}`;
  return { kind, place, lines: [...lines, around(read.points, [start, end])] };
}

function hullOf(attribution: Attribution): PointSpan {
  const spans = ROLES.flatMap((role) => attribution[role]);
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function shown(attribution: Attribution | null, points: readonly string[]): string {
  if (attribution === null) return 'nothing here';
  return ROLES.map((role) => {
    const words = attribution[role].map((span) => `[${wordsOf(points, span)}] ${span.join('–')}`);
    return `${role} ${words.length === 0 ? 'none' : words.join(' + ')}`;
  }).join(' | ');
}

function wordsOf(points: readonly string[], [start, end]: PointSpan): string {
  return points.slice(Math.max(0, start), end).join('').replace(/\s+/gu, ' ');
}

/** How many characters are shown before and after. */
const CONTEXT = 160;

function around(points: readonly string[], [start, end]: PointSpan): string {
  return `around: … ${wordsOf(points, [start - CONTEXT, end + CONTEXT])} …`;
}

/** Least Jaccard of tokens at which a sourced statement counts as found. */
const FOUND = 0.5;

/** Sourced statements that were found under a name other than gold's. */
function wrongNames(folder: string, analyse: Analyse): readonly Mistake[] {
  return readStatements(`${folder}/sourced-statements/dev.jsonl`).flatMap(({ article, statements }) => {
    const [tokens, points] = [goldTokens(article.text), Array.from(article.text)];
    const found = sourced(analyse(article));
    return statements.flatMap(({ offset, name }) => {
      if (offset === null || name === null) return [];
      const marked = tokensIn(tokens, [offset]);
      const near = ({ spans }: (typeof found)[number]): number => jaccard(marked, tokensIn(tokens, spans));
      const best = greatest(found, near);
      if (best === null || near(best) < FOUND || sameName(best.speaker ?? '', name)) return [];
      const lines = [`gold:   ${name}`, `found:  ${best.speaker ?? 'nobody'}`, around(points, offset)];
      return [{ kind: 'wrong name', place: `${article.id} ${offset.join('–')}`, lines }];
    });
  });
}
