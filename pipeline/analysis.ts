import { compare } from './compare/compare.ts';
import { gather, type Gathered } from './gather.ts';
import { EXIT, issue, Refusal } from './issue.ts';
import { MAP_STAGES } from './layers.ts';
import { mapStudy, type Mapped, type Shard, type Store } from './map.ts';
import type { Article, Issue, Result } from './model.ts';
import { inlinePool, poolFor } from './pool.ts';
import { openStudy, type StudyOpened } from './read/inputs.ts';
import { provenanceOf } from './record.ts';
import { readAssets, type Assets } from './report/assets.ts';
import { missingGlyphs } from './report/fonts.ts';
import { READ_KEY, stageKeysOf } from './stage-keys.ts';
import { openStore, partsInMemory } from './store/store.ts';
import { timer, type Stage, type Stopwatch } from './stopwatch.ts';
import { unknownContrasts } from './unknown-contrasts.ts';

/** What an analysis needs of the world around it. */
export interface Watched {
  /** Milliseconds from any start. Only timings depend on it. */
  readonly now: () => number;
  /** Threads that the map works in; in this one where none are given. */
  readonly threads?: number;
  /** Told as each stage ends, and after each article. */
  readonly observe: (stage: Stage, done: number, total: number) => void;
}

/** What a study gives, from its files to the comparison, with nothing written and nothing taken from an earlier run. Throws a `Refusal` as `run` does. */
export async function analyseStudy(studyFile: string, around: Watched): Promise<Result> {
  const stopwatch = timer(around);
  const opened = stopwatch('read', () => openStudy(studyFile));
  return (await resultOf(opened, readAssets(), stopwatch, around, null)).result;
}

/**
 * The result of a study that was opened, with the number of articles found: the map over the store in `home`, or over none where it is
 * `null`, then the comparison. Throws a `Refusal` where no article can be read.
 */
export async function resultOf(
  opened: StudyOpened,
  assets: Assets,
  stopwatch: Stopwatch,
  around: Watched,
  home: string | null,
): Promise<{ readonly result: Result; readonly found: number }> {
  const { articles, contributions, ...mapped } = await mapAndGather(opened, stopwatch, around, home);
  if (articles.length === 0) throw new Refusal(EXIT.badInput, mapped.quarantined.map(asProblem));
  const { study, codebooks } = opened;
  const comparison = stopwatch('compare', () => compare(contributions, study, codebooks));
  const issues = [
    ...opened.issues,
    ...mapped.issues,
    ...unknownContrasts(comparison, study),
    ...articles.flatMap((article) => [...article.issues, ...glyphsMissing(article, assets)]),
  ];
  const { quarantined, found, files } = mapped;
  const provenance = provenanceOf({ study, inputs: [...opened.inputs, ...files], articles });
  return { found, result: { study, articles, comparison, issues, quarantined, provenance } };
}

/** The map over the store in `home`, or over none, and what it leaves to the reduce. */
async function mapAndGather(
  opened: StudyOpened,
  stopwatch: Stopwatch,
  { now, observe, threads }: Watched,
  home: string | null,
): Promise<Mapped & Gathered> {
  const { parts, close } =
    home === null ? storeInMemory() : await openStore(home, { read: READ_KEY, ...stageKeysOf(opened) });
  const pool = threads === undefined ? inlinePool(opened, now) : poolFor(opened, threads, PATIENCE_MS, now);
  try {
    const mapped = await mapStudy(opened, parts, pool, WHOLE, (done) => {
      observe('score', done, done);
    });
    for (const stage of MAP_STAGES) stopwatch.add(stage, mapped.spent[stage]);
    return { ...mapped, ...(await stopwatch.each('read', () => gather(parts, mapped.keys))) };
  } finally {
    await pool.close();
    close();
  }
}

/** An article takes some 12 ms; what takes a minute will not end. */
const PATIENCE_MS = 60_000;

const WHOLE: Shard = { shard: 0, of: 1 };

function storeInMemory(): { readonly parts: Store; readonly close: () => void } {
  const parts = Object.fromEntries(
    ['read', ...MAP_STAGES].map((stage) => [stage, partsInMemory()]),
  ) as unknown as Store;
  return { parts, close: () => undefined };
}

function asProblem({ file, line, message }: Issue): { file: string | null; line: number | null; message: string } {
  return { file, line, message };
}

/** Characters that the report would show as blanks: said aloud, never lost in silence. */
function glyphsMissing({ id, file, text }: Article, { fonts }: Assets): readonly Issue[] {
  const missing = missingGlyphs(text, fonts);
  if (missing.length === 0) return [];
  const some = missing
    .slice(0, SHOWN_GLYPHS)
    .map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const message = `The report’s fonts lack ${missing.length} character(s) of the text (${some.join(', ')}${missing.length > SHOWN_GLYPHS ? ', …' : ''}); a reader’s own fonts may show them in the HTML.`;
  return [issue('glyphs-missing', message, { article: id, file })];
}

const SHOWN_GLYPHS = 8;
