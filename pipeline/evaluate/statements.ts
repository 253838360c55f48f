import type { GoldStatement, PointSpan, SourcedStatement, StatementGold, StatementPrediction } from '../gold.ts';
import { goldTokens, tokensIn } from './gold-tokens.ts';
import { mentions, sameName } from './names.ts';
import { perCent, rates, total, type Rates, type Tally } from './rates.ts';
import { greatest, jaccard, shared, union } from './sets.ts';

/** What `parallax evaluate statements` says: the same fields and numbers as the project's reference scorer. Shares in per cent. */
export interface StatementScores {
  /** Tokens that belong to any statement. */
  readonly wordsCovered: Rates;
  /** Statements found, one to one: at least half of their tokens agree (Jaccard). */
  readonly statements: Rates;
  /** The same with the right name; gold without a name asks for none. */
  readonly statementsWithName: Rates;
  readonly nameAccuracyAmongFound: number;
  /** Statements of a named source whose own words do not name it. */
  readonly pronounOrNoMention: {
    readonly gold: number;
    readonly found: number;
    readonly nameAccuracyAmongFound: number;
  };
  /** Found statements with a quotation mark for which no speaker was named. */
  readonly unknownSpeakerAmongFoundQuotes: number;
}

/** Scores sourced statements and the names of their speakers. An article without a prediction counts as one without statements. */
export function scoreStatements(
  gold: readonly StatementGold[],
  predictions: readonly StatementPrediction[],
): StatementScores {
  const found = new Map(predictions.map(({ article, statements }) => [String(article), statements]));
  const readings = gold.map((one) => read(one, found.get(one.article.id) ?? []));
  const judged = readings.flatMap(({ verdicts }) => verdicts);
  const predicted = readings.reduce((sum, reading) => sum + reading.predicted, 0);
  const hits = judged.filter(isFound);
  const hard = judged.filter(({ gold: one }) => isHard(one));
  const quotes = hits.filter(({ gold: one }) => /[“”"]/u.test(one.statement));
  const right = hits.filter(hasRightName).length;
  return {
    wordsCovered: rates(total(readings.map(({ words }) => words))),
    statements: rates({ tp: hits.length, predicted, gold: judged.length }),
    statementsWithName: rates({ tp: right, predicted, gold: judged.length }),
    nameAccuracyAmongFound: nameAccuracy(hits.filter(({ gold: one }) => one.name !== null)),
    pronounOrNoMention: {
      gold: hard.length,
      found: hard.filter(isFound).length,
      nameAccuracyAmongFound: nameAccuracy(hard.filter(isFound)),
    },
    unknownSpeakerAmongFoundQuotes: perCent(quotes.filter(({ match }) => !match.speaker).length, quotes.length),
  };
}

/** A gold statement and the prediction that was taken for it. */
interface Verdict {
  readonly gold: GoldStatement;
  readonly match: SourcedStatement | null;
}

type Hit = Verdict & { readonly match: SourcedStatement };

interface Reading {
  readonly words: Tally;
  readonly predicted: number;
  readonly verdicts: readonly Verdict[];
}

interface Placed<T> {
  readonly one: T;
  readonly tokens: ReadonlySet<number>;
}

function read({ article, statements }: StatementGold, predicted: readonly SourcedStatement[]): Reading {
  const tokens = goldTokens(article.text);
  const place = <T>(one: T, spans: readonly PointSpan[]): Placed<T> => ({ one, tokens: tokensIn(tokens, spans) });
  const gold = statements.flatMap((one) => (one.offset === null ? [] : [place(one, [one.offset])]));
  const found = predicted.map((one) => place(one, one.spans));
  const marked = union(gold.map((one) => one.tokens));
  const covered = union(found.map((one) => one.tokens));
  return {
    words: { tp: shared(marked, covered), predicted: covered.size, gold: marked.size },
    predicted: found.length,
    verdicts: match(gold, found),
  };
}

/** Least Jaccard of tokens at which a statement counts as found. */
const FOUND = 0.5;

/** In the order of gold, each takes of the free ones the one that agrees most; of equal ones the last. */
function match(gold: readonly Placed<GoldStatement>[], found: readonly Placed<SourcedStatement>[]): readonly Verdict[] {
  const free = new Set(found.toReversed());
  return gold.map(({ one, tokens }) => {
    const best = greatest([...free], (other) => jaccard(tokens, other.tokens));
    if (best === null || jaccard(tokens, best.tokens) < FOUND) return { gold: one, match: null };
    free.delete(best);
    return { gold: one, match: best.one };
  });
}

function isFound(verdict: Verdict): verdict is Hit {
  return verdict.match !== null;
}

function hasRightName({ gold: { name }, match: { speaker } }: Hit): boolean {
  return name === null || sameName(speaker ?? '', name);
}

function nameAccuracy(hits: readonly Hit[]): number {
  return perCent(hits.filter(hasRightName).length, hits.length);
}

/** The source has a name, but the statement does not say it: it holds a pronoun, a role or nothing. */
function isHard({ statement, type, name }: GoldStatement): boolean {
  return name !== null && isNamedType(type) && !mentions(statement, name);
}

/** Annotators wrote the type by hand: "Named individual", "named Person", "Individual"; never "Unnamed …", "Unamed …". */
function isNamedType(type: string): boolean {
  if (/^(?:named)?\s*(?:individual|person|organi)/i.test(type)) return true;
  return /named (?:ind|per|org)/i.test(type) && !/un/i.test(type);
}
