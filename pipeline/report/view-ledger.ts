import type { Finding, LedgerEntry, LedgerPassage } from './ledger.ts';
import { valueName } from './ledger-values.ts';
import { safeHref } from './safe.ts';
import { ledgerHref, type Setting, statedAnchor, type StatedView } from './setting.ts';
import { type Cell, type FileRef, fileRef, plain } from './view-parts.ts';
import type { FactView } from './view-statements.ts';

/** A sentence that states a result, with its number in the claim ledger. */
export interface SentenceView {
  readonly text: string;
  readonly stated: StatedView;
}

/** One place of a finding, with the words there. */
export interface LedgerPassageView {
  readonly article: Cell;
  readonly place: string;
  readonly language: string;
  readonly words: string;
}

/** One entry of the claim ledger; `back` leads to the place that states it. */
export interface LedgerEntryView {
  readonly id: string;
  readonly back: Cell;
  readonly text: string;
  readonly facts: readonly FactView[];
  readonly passages: readonly LedgerPassageView[];
}

export interface LedgerView {
  readonly intro: string;
  readonly dataWord: string;
  readonly file: FileRef;
  readonly entries: readonly LedgerEntryView[];
}

/** `finding` entered into the claim ledger, as the sentence that the report prints. */
export function sentence(setting: Setting, finding: Omit<Finding, 'kind' | 'told'>): SentenceView {
  return { text: finding.text, stated: setting.state({ kind: 'sentence', told: null, ...finding }) };
}

/** Every sentence and figure that states a result, with what it rests on: built when all of them are. */
export function ledger(setting: Setting): LedgerView {
  const { words } = setting;
  return {
    intro: words.ledger.intro(setting.result.study.seed),
    dataWord: words.dataWord,
    file: fileRef('ledger.jsonl'),
    entries: setting.ledger.map((entry) => entryView(setting, entry)),
  };
}

function entryView(setting: Setting, entry: LedgerEntry): LedgerEntryView {
  return {
    id: ledgerHref(entry.id).slice(1),
    back: plain(entry.id, `#${statedAnchor(entry.id)}`),
    text: entry.text,
    facts: facts(setting, entry),
    passages: entry.passages.map((passage) => passageView(setting, passage)),
  };
}

function facts({ words }: Setting, entry: LedgerEntry): readonly FactView[] {
  const say = words.ledger;
  const values = Object.entries(entry.values).map(([name, value]) =>
    say.value(
      valueName(words, name),
      value === null ? words.noValue : words.numbers.decimal(value, Number.isInteger(value) ? 0 : VALUE_PLACES),
    ),
  );
  const told = {
    statistic: entry.statistic,
    values: values.join('; '),
    test: entry.test === null ? '' : testText(words, entry.test),
    size: say.size(entry.articles, entry.outlets),
  } satisfies Record<keyof typeof say.facts, string>;
  const terms = Object.keys(told) as (keyof typeof told)[];
  return terms.flatMap((term) =>
    told[term] === '' ? [] : [{ term: say.facts[term], value: told[term], language: null }],
  );
}

const VALUE_PLACES = 4;

function testText(words: Setting['words'], { name, p, q, floor }: NonNullable<LedgerEntry['test']>): string {
  const number = (value: number | null): string | null =>
    value === null ? null : words.numbers.decimal(value, VALUE_PLACES);
  return words.ledger.test(name, number(p), number(q), number(floor));
}

function passageView({ articleOf }: Setting, { article, url, start, end, words }: LedgerPassage): LedgerPassageView {
  return {
    article: plain(article, url === null ? null : safeHref(url)),
    place: `${start}–${end}`,
    language: articleOf.get(article)!.language,
    words,
  };
}
