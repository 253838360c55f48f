import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';
import { sentence } from '../issue.ts';
import type { Problem } from '../issue.ts';
import { describe } from './zod-sentences.ts';

/** What a file gave, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Problem[] };

/** Way to a value in a YAML file: keys of maps and indices of lists. */
export type Path = readonly PropertyKey[];

/** A YAML file that could be read: its data and the line (1-based) on which each value stands. */
export interface Sheet<T> {
  readonly file: string;
  readonly data: T;
  /** Line of the key or list item at `path`, or of its nearest ancestor that exists. */
  readonly lineOf: (path: Path) => number;
}

/** Deeper nesting than any file of ours needs; far deeper, the YAML parser exhausts the stack and ends the process. */
const DEEPEST = 100;

/** Reads YAML and checks it against a schema. Every problem of either kind is listed with its line. */
export function checkYaml<S extends z.ZodType>(text: string, file: string, schema: S): Checked<Sheet<z.output<S>>> {
  const sheet = openYaml(text, file);
  if (sheet.value === null) return sheet;
  const { data, lineOf } = sheet.value;
  const result = schema.safeParse(data);
  if (result.success) return good({ file, data: result.data, lineOf });
  return bad(
    result.error.issues
      .flatMap((issue) => describe(issue, data, schema))
      .map(({ path, message }) => ({ file, line: lineOf(path), message })),
  );
}

/**
 * Reads YAML 1.2 without judging what is in it. Anchors, aliases, tags and extreme nesting are problems: no file of ours
 * needs them, and in a hostile file they cost memory without bound.
 */
export function openYaml(text: string, file: string): Checked<Sheet<unknown>> {
  const deep = tooDeep(text);
  if (deep !== null) return bad([{ file, line: deep, message: 'The YAML is nested too deeply: make it flatter.' }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    file,
    line: lineAt(pos[0]),
    message: `This is not valid YAML: ${message.replace(/\.?$/u, '.')}`,
  }));
  const found = [...problems, ...forbidden(document, file, lineAt)];
  if (found.length > 0) return bad(once(found));
  return good({ file, data: document.toJS() as unknown, lineOf: (path) => lineAt(offsetOf(document, path)) });
}

/** What was checked and found right. */
export function good<T>(value: T): Checked<T> {
  return { value, problems: [] };
}

/** What was found wrong. */
export function bad(problems: readonly Problem[]): { readonly value: null; readonly problems: readonly Problem[] } {
  return { value: null, problems };
}

/** The parser repeats itself where one slip spoils a line. */
function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [sentence(problem), problem])).values()];
}

/** Line on which nesting passes `DEEPEST`, judged by indentation, open brackets and indicators in one line; else `null`. */
function tooDeep(text: string): number | null {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.search(/[^\s]/u);
    const indicators = line.match(/[[{]|[-?:](?=\s|$)/gu)?.length ?? 0;
    open = Math.max(0, open + (line.match(/[[{]/gu)?.length ?? 0) - (line.match(/[\]}]/gu)?.length ?? 0));
    if (Math.max(indent, indicators, open) > DEEPEST) return index + 1;
  }
  return null;
}

function forbidden(document: Document.Parsed, file: string, lineAt: (offset: number) => number): readonly Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor === undefined) return;
      const message = 'Anchors and aliases (& and *) are not read here: write the value out.';
      problems.push({ file, line: lineAt(startOf(node)), message });
    },
  });
  return problems;
}

function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step)) : null;
    const item = isSeq(node) ? node.items[Number(step)] : null;
    if (pair === null || pair === undefined ? item === null || item === undefined : false) break;
    offset = startOf(pair?.key ?? item);
    node = pair?.value ?? item;
  }
  return offset;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
