import type { Setting } from './setting.ts';
import { type Cell, type FigureView, plain, type TableView } from './view-parts.ts';

type Part = FigureView | TableView;

/**
 * What the figures and tables of a section show, in sentences that name each by its number: those of one kind together,
 * a run of numbers by its first and last. Links and words in their order; empty where the section has neither.
 */
export function guide({ words }: Setting, parts: readonly Part[]): readonly Cell[] {
  const shows: Readonly<Record<string, string>> = words.front.shows;
  const kinds = [...new Set(parts.map(kindOf))];
  return kinds.flatMap((kind) => {
    const text = shows[kind];
    if (text === undefined) throw new Error(`No words tell what ${kind} shows.`);
    const own = parts.filter((part) => kindOf(part) === kind);
    const runs = runsOf(own);
    const named = runs.flatMap((run, i) => [
      ...(i === 0 ? [] : [plain(', ')]),
      link(run[0]!),
      ...(run.length === 1 ? [] : [plain(words.front.to), link(run.at(-1)!)]),
    ]);
    return [...named, plain(own.length === 1 ? words.front.showsOne(text) : words.front.showSeveral(text))];
  });
}

/** All figures and tables within `body`, in the order of their numbers. */
export function partsWithin(body: unknown): readonly Part[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('dataWord' in body && 'label' in body) return [body as Part];
  return Object.values(body).flatMap((value) => partsWithin(value));
}

function link({ id, label }: Part): Cell {
  return plain(label, `#${id}`);
}

/** The id without the number or name that tells several of a kind apart: “table-contrasts”. */
function kindOf({ id }: Part): string {
  return /^(?:figure|table)-(?:naming|company|multiverse|contrasts|outlets|keyness)/u.exec(id)?.[0] ?? id;
}

function runsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last !== undefined && numberOf(last.at(-1)!) + 1 === numberOf(part)) last.push(part);
    else runs.push([part]);
  }
  return runs;
}

function numberOf({ label }: Part): number {
  return Number(/\d+/u.exec(label)?.[0]);
}
