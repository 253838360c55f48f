import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { attribute } from '../../../pipeline/attribute/attribute.ts';
import type { Article, Entity, Group, Span, Statement, TokenisedArticle } from '../../../pipeline/model.ts';
import { readOwnSeeds, type Seeds } from '../../../pipeline/read/inputs.ts';
import { codePoints } from '../../../pipeline/text/code-points.ts';
import { nameFinder, type Mention } from '../../../pipeline/text/names.ts';
import type { Match } from '../../../pipeline/text/phrases.ts';
import { within } from '../../../pipeline/text/span.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { randomOf, shuffle } from '../../attribution/train/random.ts';
import { readCorpus } from './corpus.ts';
import type { Row } from './rows.ts';

/** How many statements are drawn of each group of outlets, and the seed of the draw. */
const OF_EACH = 150;
const SEED = 4300;

const GROUPS = ['russian', 'western'] as const;

/** Below this confidence a statement is not drawn: a study that sets nothing withholds it. */
const LEAST_CONFIDENCE = 0.4;

/** From this share of words in common on two statements count as one: wire copies and template sentences. */
const SAME = 0.6;

/** A statement that may be drawn, with those whom its words name besides its speaker. */
interface Candidate {
  readonly statement: Statement;
  readonly speaker: Entity;
  readonly targets: readonly Match<Mention>[];
}

type Random = () => number;

/**
 * Draws the statements of the gold from a corpus and writes `statements.jsonl`. Articles come in random order; each gives at
 * most one statement, any of its candidates, and that one target, any of those named. Never writes over an older draw,
 * for the passes that coded it would then speak of other words: throws (EEXIST).
 */
export function drawStatements(corpus: string, say: (line: string) => void): void {
  const seeds = readOwnSeeds();
  const articles = readCorpus(corpus, seeds.registry);
  const random = randomOf(SEED);
  const drawn = GROUPS.flatMap((group) => {
    const own = articles.filter(({ publisher }) => publisher?.group === group);
    const rows = drawFrom(own, seeds, random);
    say(`${group}: ${rows.length} statements, ${own.length} articles`);
    return rows.map((row) => ({ ...row, group }));
  });
  const lines = drawn.map((row, i) => JSON.stringify({ row: `s${String(i + 1).padStart(3, '0')}`, ...row }));
  const file = fileURLToPath(new URL('statements.jsonl', import.meta.url));
  writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
}

type Drawn = Omit<Row, 'row' | 'group'>;

/** Up to `OF_EACH` statements, no two from one article, no two in nearly the same words. */
export function drawFrom(articles: readonly Article[], seeds: Seeds, random: Random, most = OF_EACH): readonly Drawn[] {
  const order = [...articles];
  shuffle(order, random);
  const seen: ReadonlySet<string>[] = [];
  const drawn: Drawn[] = [];
  for (const article of order) {
    if (drawn.length === most) break;
    const candidates = candidatesOf(tokenise(article), seeds);
    if (candidates.length === 0) continue;
    const chosen = oneOf(candidates, random);
    const target = oneOf(chosen.targets, random);
    const words = wordsOf(article.text, chosen.statement.content);
    if (seen.some((other) => alike(other, words) >= SAME)) continue;
    seen.push(words);
    drawn.push(rowOf(article, chosen, target));
  }
  return drawn;
}

/** Nothing of a study's groups shows in who says what. */
const NO_GROUPS: readonly Group[] = [];

function candidatesOf(
  article: TokenisedArticle,
  { registry, lexicons, attributionWeights }: Seeds,
): readonly Candidate[] {
  const names = nameFinder(registry)(article.text, article.tokens);
  const { statements } = attribute(article, registry, lexicons, NO_GROUPS, attributionWeights.bytes);
  return statements.flatMap((statement) => {
    const { speaker, content, confidence } = statement;
    if (speaker === null || (confidence ?? 0) < LEAST_CONFIDENCE) return [];
    const named = names.filter(({ span }) => content.some((part) => within(span, part)));
    const targets = firstOfEach(named.filter(({ value }) => isTarget(value.entity, speaker)));
    return targets.length === 0 ? [] : [{ statement, speaker, targets }];
  });
}

/** Actors of the registry and official bodies; no outlets, no towns and regions, not the speaker. */
function isTarget(entity: Mention['entity'], speaker: Entity): boolean {
  if (entity.id === speaker.id || entity.type === 'place') return false;
  return !('medium' in entity) || entity.medium === 'official';
}

function firstOfEach(mentions: readonly Match<Mention>[]): readonly Match<Mention>[] {
  const first = new Map<string, Match<Mention>>();
  for (const mention of mentions) if (!first.has(mention.value.entity.id)) first.set(mention.value.entity.id, mention);
  return [...first.values()];
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

function wordsOf(text: string, content: readonly Span[]): ReadonlySet<string> {
  return new Set(
    content.flatMap(
      (span) =>
        text
          .slice(...span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  );
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size + b.size - both);
}

function rowOf({ id, text }: Article, { statement, speaker }: Candidate, { span, value }: Match<Mention>): Drawn {
  const toPoints = codePoints(text);
  return {
    article: id,
    holder: { id: speaker.id, name: speaker.name },
    target: { id: value.entity.id, name: value.entity.name, span: toPoints(span) },
    source: statement.source.map((part) => toPoints(part) as [number, number]),
    cue: statement.cue.map((part) => toPoints(part) as [number, number]),
    content: statement.content.map((part) => toPoints(part) as [number, number]),
  };
}
