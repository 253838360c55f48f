import type { Problem } from '../issue.ts';
import { ROLES, type Attribution, type PointSpan, type Role } from '../gold.ts';
import { bad, good, type Checked } from './yaml.ts';

/** An annotation file: its name for messages, its text, and the length of the annotated text in code points. */
export interface BratFile {
  readonly file: string;
  readonly text: string;
  readonly annotated: number;
}

/**
 * The attributions of a file in brat's standoff format: T lines mark spans ("T1⇥Source 10 14;20 25⇥words"), E lines link
 * them ("E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1"; a role may come more than once, numbered). Other lines, also those
 * that go on with the words of a span, say nothing of attributions. Every problem is reported with its line.
 */
export function readBrat(source: BratFile): Checked<readonly Attribution[]> {
  const lines = source.text.split('\n').map((text, i) => ({ text, number: i + 1 }));
  const marks = lines.map((line) => readMark(source, line));
  const spans = new Map(marks.flatMap(({ mark }) => (mark === null ? [] : [[mark.id, mark.spans] as const])));
  const links = lines.map((line) => readLink(source, line, spans));
  const problems = [...marks, ...links].flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return bad(problems.toSorted((a, b) => a.line! - b.line!));
  return good(links.flatMap(({ attribution }) => attribution ?? []));
}

interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

interface Mark {
  readonly id: string;
  readonly spans: readonly PointSpan[];
}

const MARK = /^(T\d+)\t(\w+) ([\d; ]+)(?:\t|\r?$)/u;
const MARK_OF_ROLE = /^T\d+\s+(?:source|cue|content)\b/iu;

function readMark(source: BratFile, line: Line): { readonly mark: Mark | null; readonly problem: Problem | null } {
  const [, id, , offsets] = MARK.exec(line.text) ?? [];
  if (id === undefined || offsets === undefined) {
    if (!MARK_OF_ROLE.test(line.text)) return { mark: null, problem: null };
    return {
      mark: null,
      problem: problemAt(source, line, 'The line must be like “T1⇥Source 10 14⇥words”, with tabs.'),
    };
  }
  const spans = offsets.split(';').map((pair): PointSpan => {
    const [start, end] = pair.trim().split(/\s+/u).map(Number);
    return [start ?? NaN, end ?? NaN];
  });
  if (spans.every(([start, end]) => start <= end && end <= source.annotated))
    return { mark: { id, spans }, problem: null };
  const message = `“${offsets}” does not lie in the text (${source.annotated} characters): is it the text that was annotated?`;
  return { mark: null, problem: problemAt(source, line, message) };
}

interface Link {
  readonly attribution: Attribution | null;
  readonly problem: Problem | null;
}

function readLink(source: BratFile, line: Line, marks: ReadonlyMap<string, readonly PointSpan[]>): Link {
  const [, parts] = /^E\d+\t(.+)$/u.exec(line.text) ?? [];
  if (parts === undefined) return { attribution: null, problem: null };
  const attribution: Record<Role, PointSpan[]> = { source: [], cue: [], content: [] };
  for (const part of parts.trim().split(/\s+/u)) {
    const [name = '', id = ''] = part.split(':');
    const role = roleOf(name);
    if (role === null) continue;
    const spans = marks.get(id);
    if (spans === undefined) {
      return {
        attribution: null,
        problem: problemAt(source, line, `“${part}” names a span that no T line marks: add it.`),
      };
    }
    attribution[role].push(...spans);
  }
  return { attribution, problem: null };
}

/** "Content2" is a second part of the content. */
function roleOf(name: string): Role | null {
  const plain = name.replace(/\d+$/u, '').toLowerCase();
  return ROLES.find((role) => role === plain) ?? null;
}

function problemAt({ file }: BratFile, { number }: Line, message: string): Problem {
  return { file, line: number, message };
}
