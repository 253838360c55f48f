import type { Entity, Registry } from '../model.ts';
import { runOf } from '../text/runs.ts';
import type { Found } from './attribution.ts';
import { documentsIn, type Document } from './documents.ts';
import { inferGenders } from './genders.ts';
import type { Gender } from './given-names.ts';
import { introductionsIn, type Introductions } from './introductions.ts';
import { mentionsIn, type Mention } from './people.ts';
import type { Reader } from './reader.ts';
import type { Line } from './units.ts';

/** Someone who spoke: what a later pronoun can mean, named or not. */
export interface Spoken {
  readonly speaker: Entity;
  readonly gender: Gender | null;
  readonly at: number;
  readonly line: number;
}

/** What is known while the attributions of an article are read in order. All places are tokens. */
export interface Scene {
  readonly reader: Reader;
  readonly registry: Registry;
  readonly lines: readonly Line[];
  /** The line of each token. */
  readonly lineAt: Uint32Array;
  readonly mentions: readonly Mention[];
  readonly mentionAt: ReadonlyMap<number, Mention>;
  /** Of people named, by their ids. */
  readonly genders: ReadonlyMap<string, Gender | null>;
  readonly introductions: Introductions;
  readonly documents: readonly Document[];
  /** Whoever spoke so far, in the order of the text. */
  readonly spoken: Spoken[];
  /** Whom the first "he" and "she" of each line so far means. */
  readonly referred: { readonly entity: Entity; readonly gender: Gender; readonly at: number }[];
}

/** Reads an article's names, introductions and documents once, before anyone speaks. */
export function sceneOf(reader: Reader, registry: Registry, lines: readonly Line[]): Scene {
  const mentions = mentionsIn(reader, registry);
  const mentionAt = byToken(mentions);
  const outside = mentions.filter(({ isQuoted }) => !isQuoted);
  inferGenders(reader, outside);
  return {
    reader,
    registry,
    lines,
    lineAt: lineOfEach(reader, lines),
    mentions,
    mentionAt,
    genders: new Map(mentions.map(({ who }) => [who.entity.id, who.gender])),
    introductions: introductionsIn(reader, outside),
    documents: documentsIn(reader, mentionAt),
    spoken: [],
    referred: [],
  };
}

/** Each mention at every token that it covers. */
function byToken(mentions: readonly Mention[]): ReadonlyMap<number, Mention> {
  const at = new Map<number, Mention>();
  for (const mention of mentions) for (let i = mention.first; i < mention.end; i++) at.set(i, mention);
  return at;
}

function lineOfEach(reader: Reader, lines: readonly Line[]): Uint32Array {
  const lineAt = new Uint32Array(reader.article.tokens.length);
  lines.forEach((line, n) => lineAt.fill(n, line[0]!.first, line.at(-1)!.end));
  return lineAt;
}

/** How many of `items`, which stand in the order of the text, end at or before token `at`. */
export function countBefore(items: readonly { readonly end: number }[], at: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where an attribution stands: its source, else its content. */
export function placeInText(found: Found): number {
  return found.source?.span[0] ?? found.content[0]![0];
}

/** The first token of an attribution's source, else of its content. */
export function tokenOf({ reader }: Scene, found: Found): number {
  return found.source?.first ?? runOf(reader.article.tokens, found.content[0]!)[0];
}
