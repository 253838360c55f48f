import type { Reading, Span, Stance, Statement } from '../model.ts';
import { groupBy } from './group-by.ts';
import type { Entry } from './places.ts';
import { articleHref, LIMITS, type Setting, statementAnchor, statementHref } from './setting.ts';
import { mannerOf, speakerOf } from './statement-words.ts';
import { find, type FindView } from './view-find.ts';
import { type Cell, foreign, plain } from './view-parts.ts';
import { inContext, type Segment } from './view-text.ts';

/** One stretch of the words around a statement. `opens` and `closes` tell its role to those who cannot see the marking. */
export interface SegmentView extends Segment {
  readonly opens: string;
  readonly closes: string;
}

export interface FactView {
  readonly term: string;
  readonly value: string;
  /** As of a `Cell`. */
  readonly language: string | null;
}

/** A statement with its words in context and everything that was read in it. */
export interface StatementView {
  readonly id: string;
  readonly number: string;
  /** The id that data files use. */
  readonly name: string;
  readonly speaker: string;
  /** Kind and relays. */
  readonly manner: string;
  readonly within: Cell | null;
  readonly denial: string | null;
  readonly language: string;
  readonly context: readonly SegmentView[];
  readonly facts: readonly FactView[];
}

export interface ArticleView {
  readonly id: string;
  readonly heading: string;
  readonly title: string;
  /** Of the title, as of a `Cell`. */
  readonly language: string | null;
  readonly statements: readonly StatementView[];
}

/** Every statement, article by article; of a large corpus those of articles drawn. */
export interface StatementsView {
  readonly intro: string;
  /** How many articles were drawn; `null` where all are here. */
  readonly drawn: string | null;
  readonly roles: readonly { readonly role: string; readonly label: string }[];
  readonly find: FindView;
  readonly articles: readonly ArticleView[];
}

export function statements(setting: Setting): StatementsView {
  const { words, printed } = setting;
  const { articles } = setting.result;
  const byArticle = groupBy(setting.entries, ({ article }) => article.id);
  return {
    intro: words.statementsIntro,
    drawn: printed.size === articles.length ? null : words.statementsDrawn(printed.size, articles.length),
    roles: Object.entries(words.roles).map(([role, label]) => ({ role, label })),
    find: find(setting),
    articles: articles.flatMap((article, i) => {
      if (!printed.has(article.id)) return [];
      const own = (byArticle.get(article.id) ?? []).map((entry) => statementView(setting, entry));
      const { title, language } = article;
      return [
        {
          id: articleHref(i + 1).slice(1),
          heading: words.articleNumber(i + 1),
          title: title ?? article.id,
          language: title === null ? null : foreign(words, language),
          statements: own,
        },
      ];
    }),
  };
}

function statementView(setting: Setting, entry: Entry): StatementView {
  const { words } = setting;
  const { statement, reading, article, number } = entry;
  return {
    id: statementAnchor(number).slice(1),
    number: String(number),
    name: statement.id,
    speaker: speakerOf(setting, statement),
    manner: mannerOf(setting, statement),
    within: within(setting, statement),
    denial: reading.denial ? words.denied : null,
    language: article.language,
    context: inContext(article, statement).map((segment) => segmentView(setting, segment)),
    facts: facts(setting, entry),
  };
}

function within({ words, entryOf, printed }: Setting, statement: Statement): Cell | null {
  const outer = statement.within === null ? undefined : entryOf.get(statement.within);
  return outer === undefined ? null : plain(words.withinStatement(outer.number), statementHref({ printed }, outer));
}

function segmentView({ words }: Setting, segment: Segment): SegmentView {
  if (segment.role === 'gap') return { ...segment, text: words.gap, opens: '', closes: '' };
  if (segment.role === 'plain') return { ...segment, opens: '', closes: '' };
  return { ...segment, opens: words.roleOpens(words.roles[segment.role]), closes: words.roleCloses };
}

function facts(setting: Setting, entry: Entry): readonly FactView[] {
  const { words } = setting;
  const { statement, reading } = entry;
  const { mean } = reading.valence;
  const pairs: readonly (readonly [keyof typeof words.facts, string])[] = [
    ['source', cutOut(entry, statement.source)],
    ['cue', cutOut(entry, statement.cue)],
    ['origin', setting.groupLabel(statement.origin)],
    ['confidence', statement.confidence === null ? '' : words.numbers.decimal(statement.confidence, 2)],
    ['reporting', words.reporting[reading.reporting]],
    ['engagement', words.engagement[reading.engagement]],
    ['markers', markers(setting, entry)],
    ['denied', reading.denied.length === 0 ? '' : words.quoted(cutOut(entry, reading.denied))],
    ['alignment', alignmentLine(setting, reading)],
    // That something is asserted stands under engagement already.
    ['speechAct', reading.speechAct === 'assert' ? '' : words.speechAct[reading.speechAct]],
    ['commitment', words.commitment[reading.commitment]],
    ['modality', reading.modality.map((one) => words.modality[one]).join(', ')],
    ['graduation', graduationLine(setting, entry)],
    ['valence', mean === null ? words.noWords : words.valence(words.numbers.signed(mean, 2), reading.valence.words)],
    ...stanceLines(setting, entry).map((line) => ['stance', line] as const),
  ];
  const language = foreign(words, entry.article.language);
  return pairs.flatMap(([term, value]) =>
    value === '' ? [] : [{ term: words.facts[term], value, language: OF_THE_ARTICLE.has(term) ? language : null }],
  );
}

/** Facts that are nothing but words of the article. */
const OF_THE_ARTICLE: ReadonlySet<string> = new Set(['source', 'cue', 'denied']);

/** "counters (“but”), endorses (“of course”)": each word that engages with other voices. */
function markers({ words }: Setting, { article, reading }: Entry): string {
  return reading.engagementMarkers
    .map(({ engagement, span }) => words.marker(words.engagement[engagement], article.text.slice(...span)))
    .join(', ');
}

function alignmentLine({ words }: Setting, { alignment }: Reading): string {
  return alignment === null ? '' : words.alignment[alignment.side](alignment.with?.name ?? null);
}

function graduationLine({ words }: Setting, { article, reading }: Entry): string {
  const sides = (['up', 'down'] as const).filter((side) => reading.graduation[side].length > 0);
  return sides
    .map((side) => words.graduation[side](reading.graduation[side].map((span) => article.text.slice(...span))))
    .join('; ');
}

/** The first of many, and how many more there are. */
function stanceLines(setting: Setting, entry: Entry): readonly string[] {
  const { stances } = entry.reading;
  const rest = stances.length - LIMITS.stancesOfStatement;
  return [
    ...stances.slice(0, LIMITS.stancesOfStatement).map((stance) => stanceLine(setting, entry, stance)),
    ...(rest > 0 ? [setting.words.moreInFile(rest, 'data/statements.jsonl')] : []),
  ];
}

function stanceLine({ words }: Setting, { article }: Entry, stance: Stance): string {
  const standIns = new Set(stance.coreferent);
  return words.stanceLine(
    stance.target.name,
    words.calls[stance.call],
    stance.p.map((p) => words.numbers.decimal(p, 2)),
    stance.evidence.map((span) => {
      const text = article.text.slice(...span);
      return standIns.has(span) ? words.standsFor(text, stance.target.name) : words.quoted(text);
    }),
  );
}

function cutOut({ article }: Entry, spans: readonly Span[]): string {
  return spans.map((span) => article.text.slice(...span)).join(' … ');
}
