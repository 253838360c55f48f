import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { AttributedArticle, Span, Statement } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { overlaps } from '../pipeline/text/span.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

/*
 * What users of other tools complain of (CoreNLP, textacy, Citron, segtok, …), one folder a case: article.txt with a short
 * news text of our own, expected.json with what must be found in it, by its words. Only what is given is compared.
 *
 * A source is found where the one found holds the words given. Pieces of content are compared one by one, without
 * punctuation and quotation marks at their ends, because conventions on commas and marks differ. Each statement expected
 * must be met by exactly one statement found.
 */

/** One statement as `expected.json` tells it; a role that is `null` must be absent. */
const EXPECTED = z.strictObject({
  kind: z.enum(['direct', 'mixed', 'indirect', 'attitude']).optional(),
  source: z.string().nullable().optional(),
  cue: z.string().nullable().optional(),
  /** Every piece of the content. */
  content: z.array(z.string()).optional(),
  /** Some pieces of the content, where conventions differ on whether others belong to the same statement. */
  pieces: z.array(z.string()).optional(),
  speaker: z.string().nullable().optional(),
  type: z.enum(['person', 'institution', 'outlet', 'group', 'document', 'unknown']).optional(),
  relay: z.array(z.string()).optional(),
  /** Place, in the list, of the statement that this one stands in. */
  within: z.number().nullable().optional(),
});

const CASE = z.strictObject({
  /** Number in the table of complaints. */
  case: z.int(),
  trap: z.string(),
  statements: z.array(EXPECTED).min(1),
  /** Nothing else is found, and each source is the one given to the letter. */
  exact: z.boolean().default(false),
  /** Words that no statement's content may touch. */
  not: z.array(z.string()).default([]),
  /** Words that the content of no speech (direct, mixed, indirect) may touch; an act or attitude may. */
  notSaid: z.array(z.string()).default([]),
  /** Words that no quotation may touch. */
  notQuoted: z.array(z.string()).default([]),
  /** What no source is, in any case of letters. */
  notSource: z.array(z.string()).default([]),
  /** Codes of issues that the text has. */
  issues: z.array(z.string()).default([]),
});

type Expected = z.infer<typeof EXPECTED>;
type Case = z.infer<typeof CASE>;

const FOLDER = new URL('cases/', import.meta.url);
const { registry, lexicons, attributionWeights } = readOwnSeeds();
const cases = readCases();

test('every complaint of the table has its case', () => {
  expect(cases.map(({ wanted }) => wanted.case)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
});

describe.each(cases)('$wanted.case $slug: $wanted.trap', ({ wanted, read }) => {
  const { text, statements: found, quotations, issues } = read;
  const shown = found.map((statement) => show(text, statement)).join('\n');

  wanted.statements.forEach((one, i) => {
    test(heading(one), () => {
      expect(matching(read, wanted, i).length, `found:\n${shown}\n`).toBe(1);
    });
  });

  for (const words of wanted.not)
    test(`in no content: ${words}`, () => {
      expect(touching(text, words, found), `found:\n${shown}\n`).toEqual([]);
    });

  for (const words of wanted.notSaid)
    test(`in no speech: ${words}`, () => {
      const said = found.filter(({ kind }) => kind !== 'attitude');
      expect(touching(text, words, said)).toEqual([]);
    });

  test.each(wanted.notQuoted)('in no quotation: %s', (words) => {
    const places = placesOf(text, words);
    expect(quotations.filter(({ span }) => places.some((place) => overlaps(place, span)))).toEqual([]);
  });

  for (const words of wanted.notSource)
    test(`no source: ${words}`, () => {
      const sources = found.map(({ source }) => wordsOf(text, source).join(' ').toLowerCase());
      expect(sources).not.toContain(words.toLowerCase());
    });

  if (wanted.exact)
    test(`nothing else: ${wanted.statements.length} in all`, () => {
      expect(found.length, `found:\n${shown}\n`).toBe(wanted.statements.length);
    });

  test.each(wanted.issues)('the issue %s', (code) => {
    expect(issues.map((issue) => issue.code)).toContain(code);
  });
});

interface Read {
  readonly slug: string;
  readonly wanted: Case;
  readonly read: AttributedArticle;
}

/** All folders of cases that have a number, in its order. */
function readCases(): readonly Read[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .map((slug) => ({ slug, json: JSON.parse(contentOf(slug, 'expected.json')) as object }))
    .filter(({ json }) => 'case' in json)
    .map(({ slug, json }) => ({
      slug,
      wanted: CASE.parse(json),
      read: attribute(
        tokenise(article(contentOf(slug, 'article.txt'), { id: slug })),
        registry,
        lexicons,
        [],
        attributionWeights.bytes,
      ),
    }))
    .sort((a, b) => a.wanted.case - b.wanted.case);
}

function contentOf(slug: string, file: string): string {
  return readFileSync(new URL(`${slug}/${file}`, FOLDER), 'utf8');
}

/** The statements found that are what is expected at place `i`. */
function matching({ text, statements }: AttributedArticle, wanted: Case, i: number): readonly Statement[] {
  const expected = wanted.statements[i]!;
  const outer = expected.within ?? null;
  const outerIds: readonly (string | null)[] =
    outer === null
      ? [null]
      : statements.filter((one) => agrees(text, one, wanted.statements[outer]!, wanted)).map(({ id }) => id);
  return statements.filter(
    (one) => agrees(text, one, expected, wanted) && (expected.within === undefined || outerIds.includes(one.within)),
  );
}

/** Whether all that is expected of a statement, but what it stands in, is so. What is not given holds of any. */
function agrees(text: string, found: Statement, expected: Expected, { exact }: Pick<Case, 'exact'>): boolean {
  const { kind, source, cue, speaker, type, relay } = expected;
  return [
    kind === undefined || kind === found.kind,
    source === undefined || sameSource(text, found.source, source, exact),
    cue === undefined || same(wordsOf(text, found.cue), cue === null ? [] : [cue]),
    sameContent(text, found, expected),
    speaker === undefined || speaker === (found.speaker?.name ?? null),
    type === undefined || type === found.speaker?.type,
    relay === undefined ||
      same(
        found.relay.map(({ name }) => name),
        relay,
      ),
  ].every(Boolean);
}

function sameSource(text: string, found: readonly Span[], source: string | null, exact: boolean): boolean {
  if (source === null) return found.length === 0;
  const words = wordsOf(text, found).join(' ');
  return exact ? words === source : words.includes(source);
}

function sameContent(text: string, found: Statement, { content, pieces }: Expected): boolean {
  const bare = wordsOf(text, found.content).map(withoutMarks);
  if (content !== undefined && !same(bare, content.map(withoutMarks))) return false;
  return (pieces ?? []).every((piece) => bare.includes(withoutMarks(piece)));
}

function withoutMarks(words: string): string {
  return words.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function wordsOf(text: string, spans: readonly Span[]): readonly string[] {
  return spans.map((span) => text.slice(...span));
}

/** The statements, as shown, whose content touches `words` anywhere. */
function touching(text: string, words: string, statements: readonly Statement[]): readonly string[] {
  const places = placesOf(text, words);
  return statements
    .filter(({ content }) => content.some((span) => places.some((place) => overlaps(place, span))))
    .map((statement) => show(text, statement));
}

/** Every place where the text has `words`; a text without them is a fault of the case. */
function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push([at, at + words.length]);
  expect(places, words).not.toEqual([]);
  return places;
}

function heading({ source, cue, content, pieces }: Expected): string {
  return [source ?? '–', cue ?? '–', (content ?? pieces ?? []).join(' + ')].join(' | ');
}

function show(text: string, { kind, source, cue, content, speaker, relay }: Statement): string {
  const spans = [source, cue, content].map((list) => wordsOf(text, list).join(' + '));
  const who = [speaker === null ? '–' : `${speaker.name} (${speaker.type})`, ...relay.map(({ name }) => name)];
  return [kind, ...spans, who.join(' < ')].join(' | ');
}
