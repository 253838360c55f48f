import type { Contrast, EarlierContrast, EarlierRun, Interval, Provenance, Result } from '../model.ts';

/** Something besides the articles that is not as it was. Absent is `null`. */
export interface MadeOtherwise {
  readonly kind: 'program' | 'package' | 'setting' | 'file';
  readonly name: string;
  readonly before: string | null;
  readonly now: string | null;
}

/** A contrast whose verdict or figure is not as it was. `null` on a side where there was no such contrast. */
export interface FindingChange {
  readonly kind: 'appeared' | 'disappeared' | 'verdict' | 'moved';
  readonly contrast: string;
  readonly before: EarlierContrast | null;
  readonly now: EarlierContrast | null;
}

/** What is not as it was in the run before. */
export interface Changes {
  /** Name of the folder of the run before. */
  readonly previous: string;
  /** With anything in it the numbers of the two runs are not comparable. */
  readonly made: readonly MadeOtherwise[];
  /** Ids of articles, sorted. */
  readonly articles: Readonly<Record<'new' | 'gone' | 'changed', readonly string[]>>;
  readonly statements: { readonly before: number; readonly now: number };
  /** Findings first, then other verdicts, then figures that moved; each by contrast. */
  readonly findings: readonly FindingChange[];
  /** Contrasts of the same verdict whose difference moved, yet not out of its interval. */
  readonly within: number;
}

/** What changed from one run of a study to the next; a contrast is the same by its id. Pure. */
export function changesBetween(previous: EarlierRun, now: Result): Changes {
  const contrasts = (now.comparison.contrasts?.contrasts ?? []).map(asEarlier);
  const pairs = pairsOf(previous.contrasts, contrasts, ({ id }) => id);
  const findings = pairs.flatMap(([id, before, after]): readonly FindingChange[] => {
    const kind = kindOf(before, after);
    return kind === null ? [] : [{ kind, contrast: id, before, now: after }];
  });
  return {
    previous: previous.name,
    made: madeOtherwise(previous, now),
    articles: articleChanges(previous, now),
    statements: {
      before: previous.articles.reduce((sum, { statements }) => sum + statements, 0),
      now: now.articles.reduce((sum, { statements }) => sum + statements.length, 0),
    },
    findings: KINDS.flatMap((kind) => findings.filter((one) => one.kind === kind)),
    within: pairs.filter(([, before, after]) => movedWithin(before, after)).length,
  };
}

const KINDS = ['appeared', 'disappeared', 'verdict', 'moved'] as const;

function asEarlier({ id, verdict, difference, bca }: Contrast): EarlierContrast {
  return { id, verdict, difference, interval: bca };
}

type Pair<T> = readonly [key: string, before: T | null, now: T | null];

function pairsOf<T>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string): readonly Pair<T>[] {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const is = new Map(now.map((one) => [keyOf(one), one]));
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  return keys.map((key) => [key, was.get(key) ?? null, is.get(key) ?? null]);
}

/** A contrast that is told on neither side and stands on one only is no finding: topics come and go with the corpus. */
function kindOf(before: EarlierContrast | null, now: EarlierContrast | null): FindingChange['kind'] | null {
  const [was, is] = [told(before), told(now)];
  if (was !== is) return is ? 'appeared' : 'disappeared';
  if (before === null || now === null) return null;
  if (before.verdict !== now.verdict) return 'verdict';
  return leftInterval(before, now) ? 'moved' : null;
}

/** By the words of the data file: an earlier run is known by nothing else. */
function told(contrast: EarlierContrast | null): boolean {
  return contrast !== null && (contrast.verdict === 'differs' || contrast.verdict === 'these outlets differ');
}

function leftInterval(before: EarlierContrast, now: EarlierContrast): boolean {
  return outside(now.difference, before.interval) || outside(before.difference, now.interval);
}

function outside(value: number | null, interval: Interval | null): boolean {
  return value !== null && interval !== null && (value < interval[0] - HAIR || value > interval[1] + HAIR);
}

/** Data files have six decimals. */
const HAIR = 1e-6;

function movedWithin(before: EarlierContrast | null, now: EarlierContrast | null): boolean {
  if (before?.difference == null || now?.difference == null || kindOf(before, now) !== null) return false;
  return Math.abs(before.difference - now.difference) > HAIR;
}

function articleChanges(previous: EarlierRun, { articles }: Result): Changes['articles'] {
  const pairs = pairsOf<{ readonly id: string; readonly sha256: string }>(previous.articles, articles, ({ id }) => id);
  const ids = (of: (pair: Pair<{ readonly sha256: string }>) => boolean): readonly string[] =>
    pairs.filter(of).map(([id]) => id);
  return {
    new: ids(([, before]) => before === null),
    gone: ids(([, , now]) => now === null),
    changed: ids(([, before, now]) => before !== null && now !== null && before.sha256 !== now.sha256),
  };
}

function madeOtherwise(previous: EarlierRun, { study, provenance }: Result): readonly MadeOtherwise[] {
  const settings = (of: object): Named => Object.entries(of).map(([name, value]) => [name, JSON.stringify(value)]);
  // By way of JSON, as the record has it: what is not there in a file must not differ from what is undefined.
  const current = JSON.parse(JSON.stringify(study)) as object;
  return [
    ...differing('program', [['Parallax', previous.parallax]], [['Parallax', provenance.parallax]]),
    ...differing('package', Object.entries(previous.packages), Object.entries(provenance.packages)),
    ...differing('setting', settings(previous.study), settings(current)),
    ...differing('file', rules(previous), rules(provenance)),
  ];
}

type Named = readonly (readonly [name: string, value: string])[];

function differing(kind: MadeOtherwise['kind'], before: Named, now: Named): readonly MadeOtherwise[] {
  return pairsOf(before, now, ([name]) => name)
    .map(([name, was, is]) => ({ kind, name, before: was?.[1] ?? null, now: is?.[1] ?? null }))
    .filter((one) => one.before !== one.now);
}

/**
 * Inputs but the articles, which come after the weights. The study file, first of all, is told by its settings: a comment in it
 * changes no number.
 */
function rules({ inputs }: Pick<Provenance, 'inputs'>): Named {
  const last = inputs.map(({ file }) => file.startsWith('parallax/models/')).lastIndexOf(true);
  return inputs.slice(1, last + 1).map(({ file, sha256 }) => [file, sha256]);
}
