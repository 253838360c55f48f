import { drawn } from '../text/drawn.ts';
import { cutBlocks, cutEvidence, cutSets, cutSpeakers, cutStatements, cutTables } from './print-cuts.ts';
import type { StatementsData } from './statements-data.ts';
import type { ReportView, SectionView } from './view.ts';
import type { StatementsView } from './view-statements.ts';
import type { Words } from './words/english.ts';

/**
 * The picture that is printed. Of a corpus that is too large for all statements, print holds less than the page: some hundred
 * pages are what a reader can bear. Each cut says how much more the page shows and which file holds all; the claim ledger,
 * its passages, and whatever is told apart stay whole, numbers of figures and tables stay those of the page, and what led to
 * a place that is left out leads nowhere. A smaller report is printed as it is.
 */
export function printView(view: ReportView, seed: number, words: Words): ReportView {
  if (view.statements.body.drawn === null) return view;
  const draw = <T extends { readonly id: string }>(items: readonly T[], most: number): readonly T[] =>
    drawn(items, most, seed, ({ id }) => id);
  const say = words.print;
  const { speakers, groups, contrasts, statements, evidence, lists, ...parts } = view;
  const cut = {
    ...cutTables(parts, say),
    speakers: inSection(speakers, (body) => cutTables(cutSpeakers(body, say), say)),
    groups: inSection(groups, (body) => cutTables(cutSets(body, say), say)),
    contrasts: contrasts === null ? null : inSection(contrasts, (body) => cutTables(cutBlocks(body, words), say)),
    statements: inSection(statements, (body) => cutStatements(withoutData(body), say, draw)),
  };
  const linked = textsOf('href', cut, new Set());
  const whole = { ...cut, evidence: inSection(evidence, (body) => cutEvidence(body, say, linked)) };
  const { contents, ...places } = whole;
  const ids = textsOf('id', places, new Set());
  return leadingOnlyTo(ids, { ...whole, contents, lists: lists.filter(({ id }) => ids.has(id)) });
}

function inSection<Body>(section: SectionView<Body>, cut: (body: Body) => Body): SectionView<Body> {
  return { ...section, body: cut(section.body) };
}

/** What only the page's script reads. */
function withoutData(body: StatementsView): StatementsView {
  const { find } = body;
  const data = Object.fromEntries(Object.keys(find.data).map((column) => [column, []])) as unknown as StatementsData;
  return { ...body, find: { ...find, data } };
}

function textsOf(key: string, value: unknown, found: Set<string>): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, one] of Object.entries(value) as [string, unknown][]) {
    if (name === key && typeof one === 'string') found.add(one);
    else textsOf(key, one, found);
  }
  return found;
}

function leadingOnlyTo<T>(ids: ReadonlySet<string>, value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => leadingOnlyTo(ids, one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value) as [string, unknown][];
  const isLost = (name: string, one: unknown): boolean =>
    name === 'href' && typeof one === 'string' && one.startsWith('#') && !ids.has(one.slice(1));
  return Object.fromEntries(
    fields.map(([name, one]) => [name, isLost(name, one) ? null : leadingOnlyTo(ids, one)]),
  ) as T;
}
