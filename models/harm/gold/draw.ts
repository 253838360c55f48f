import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article, AttributedArticle, HarmEvent, HarmForm, Span } from '../../../pipeline/model.ts';
import { readOwnSeeds, type Seeds } from '../../../pipeline/read/inputs.ts';
import { harmsIn } from '../../../pipeline/score/harm/harms.ts';
import { readArticle } from '../../../pipeline/score/reader.ts';
import { codePoints } from '../../../pipeline/text/code-points.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import { randomOf, shuffle } from '../../attribution/train/random.ts';
import { readCorpus } from '../../stance/gold/corpus.ts';
import type { HarmRow } from './rows.ts';

/** Events of each form and group of outlets, and the seed of the draw. */
const OF_EACH = 25;
const SEED = 5200;

const GROUPS = ['russian', 'western'] as const;

/** The forms, in the order in which they are drawn. */
export const FORMS = [
  'active',
  'passive with agent',
  'passive without agent',
  'nominalised',
] as const satisfies readonly HarmForm[];

/** How many units around an event tell whether it was drawn before: outlets repeat template sentences. */
const AROUND = 40;

/**
 * Draws the events of the gold from a corpus and writes `events.jsonl`: of each group and form as many. Articles come in
 * random order; each gives at most one event a form, any of its own. Never writes over an older draw, for the coding would
 * then speak of other words: throws (EEXIST).
 */
export function drawHarms(corpus: string, say: (line: string) => void): void {
  const seeds = readOwnSeeds();
  const articles = readCorpus(corpus, seeds.registry);
  const random = randomOf(SEED);
  const drawn = GROUPS.flatMap((group) => {
    const rows = drawFrom(
      articles.filter(({ publisher }) => publisher?.group === group),
      seeds,
      random,
    );
    say(`${group}: ${rows.length} events`);
    return rows.map((row) => ({ group, ...row }));
  });
  const lines = drawn.map((row, i) => JSON.stringify({ row: `h${String(i + 1).padStart(3, '0')}`, ...row }));
  const file = fileURLToPath(new URL('events.jsonl', import.meta.url));
  writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
}

type Drawn = Omit<HarmRow, 'row' | 'group'>;

/** Up to `most` events of each form, in the order of the forms. */
export function drawFrom(
  articles: readonly Article[],
  seeds: Seeds,
  random: () => number,
  most = OF_EACH,
): readonly Drawn[] {
  const order = [...articles];
  shuffle(order, random);
  const drawn = new Map<HarmForm, Drawn[]>(FORMS.map((form) => [form, []]));
  const seen = new Set<string>();
  for (const article of order) {
    if (FORMS.every((form) => drawn.get(form)!.length >= most)) break;
    const harms = harmsOf(article, seeds);
    for (const form of FORMS.filter((one) => drawn.get(one)!.length < most)) {
      const own = harms.filter((harm) => harm.form === form && !seen.has(around(article.text, harm.span)));
      if (own.length === 0) continue;
      const harm = own[Math.floor(random() * own.length)]!;
      seen.add(around(article.text, harm.span));
      drawn.get(form)!.push(rowOf(article, harm));
    }
  }
  return FORMS.flatMap((form) => drawn.get(form)!);
}

/** As in a run, but that no statements are read: of names, those that only a statement’s speaker tells are missing. */
export function harmsOf(article: Article, { registry, lexicons }: Seeds): readonly HarmEvent[] {
  const read: AttributedArticle = { ...tokenise(article), statements: [], coreferences: [] };
  return harmsIn(read.tokens, readArticle(read, registry, lexicons, []).names, lexicons.harm);
}

function around(text: string, [start, end]: Span): string {
  return text.slice(Math.max(0, start - AROUND), end + AROUND);
}

/** An event as a row of the gold, without its number and group. */
export function rowOf({ id, text }: Article, { term, span, form, agent, patient, reality }: HarmEvent): Drawn {
  const toPoints = codePoints(text);
  const party = (one: HarmEvent['agent']): HarmRow['agent'] =>
    one === null ? null : { span: toPoints(one.span), entity: one.entity?.id ?? null };
  return { article: id, term, span: toPoints(span), form, agent: party(agent), patient: party(patient), reality };
}
