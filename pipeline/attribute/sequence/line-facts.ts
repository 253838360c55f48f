import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import { featureHash, textHash } from '../../text/hash.ts';
import { INSIDE, SHORT } from './quote-states.ts';
import type { TokenType } from './token-types.ts';

/** What is known of one line, a reporter's sentence with its quotations folded, before any of its tokens is looked at. */
export interface LineFacts {
  readonly line: Line;
  /** Of each unit: hash of its form; `QUOTATION` for a folded quotation. */
  readonly forms: Int32Array;
  /** Of each unit: hash of its form where that is telling (a comma, "that", "he"), else of its tag. */
  readonly classes: Int32Array;
  /** Units that can be cues by their rate: strong (step 4 and 5) and medium (3). */
  readonly cues: Readonly<Record<Strength, readonly number[]>>;
  /** Units that part clauses: commas, dashes, "that", "who", quotations. */
  readonly joints: readonly number[];
  /** For each unit, the index into `joints` of the first that does not stand before it. */
  readonly jointAt: Int32Array;
  /** How many cues it has, whether it has quotations, and nothing but them: one small number. */
  readonly type: number;
  readonly startsParagraph: boolean;
  readonly endsParagraph: boolean;
}

/** How likely a word is a cue, by its rate. */
export type Strength = 'strong' | 'medium';

/** Stands for the form of a folded quotation. */
const QUOTATION = 6;
/** Stands for the form of what lies outside the line. */
export const NOTHING = 5;

/** Reads one line; time is linear in its length. */
export function lineFacts(reader: Reader, line: Line, types: readonly TokenType[], states: Uint8Array): LineFacts {
  const forms = new Int32Array(line.length);
  const classes = new Int32Array(line.length);
  for (let u = 0; u < line.length; u++) {
    const { first, quotation } = line[u]!;
    const { wordHash, posHash, isTelling } = types[first]!;
    forms[u] = quotation === null ? wordHash : QUOTATION;
    classes[u] = quotation !== null ? QUOTATION : isTelling ? wordHash : posHash;
  }
  const cues = cuesOf(line, types, states);
  const { paragraph } = reader.article.tokens;
  const [first, last] = [line[0]!, line.at(-1)!];
  return {
    line,
    forms,
    classes,
    cues,
    ...jointsOf(forms),
    type: typeOf(line, cues),
    startsParagraph: paragraph[first.first - 1] !== paragraph[first.first],
    endsParagraph: paragraph[last.end] !== paragraph[last.end - 1],
  };
}

function cuesOf(line: Line, types: readonly TokenType[], states: Uint8Array): LineFacts['cues'] {
  const cues: Record<Strength, number[]> = { strong: [], medium: [] };
  line.forEach(({ first, quotation }, u) => {
    if (quotation !== null || states[first]! % SHORT === INSIDE) return;
    const rate = types[first]!.cueRate;
    if (rate >= 3) cues[rate >= 4 ? 'strong' : 'medium'].push(u);
  });
  return cues;
}

/** How many types of line there are. */
export const LINE_TYPES = 36;

function typeOf(line: Line, { strong, medium }: LineFacts['cues']): number {
  const quotations = line.filter(({ quotation }) => quotation !== null).length;
  const only = quotations === line.length ? 1 : 0;
  return Math.min(2, strong.length) + 3 * Math.min(2, medium.length) + 9 * Math.min(1, quotations) + 18 * only;
}

const JOINTS: ReadonlySet<number> = new Set(
  [',', ';', ':', 'that', 'and', 'but', 'who', 'which', '-', '—', '–', '(', ')'].map(textHash),
);

function jointsOf(forms: Int32Array): Pick<LineFacts, 'joints' | 'jointAt'> {
  const joints: number[] = [];
  const jointAt = new Int32Array(forms.length);
  for (let u = 0; u < forms.length; u++) {
    const isJoint = forms[u] === QUOTATION || JOINTS.has(forms[u]!);
    if (isJoint) joints.push(u);
    jointAt[u] = isJoint ? joints.length - 1 : joints.length;
  }
  return { joints, jointAt };
}

/** One hash for the first joints, at most four, between units `from` and `to` of a line. */
export function jointsBetween({ forms, joints, jointAt }: LineFacts, from: number, to: number): number {
  let hash = NOTHING;
  for (let k = jointAt[from] ?? joints.length, n = 0; n < 4 && k < joints.length && joints[k]! < to; k++, n++)
    hash = featureHash(hash, forms[joints[k]!]!);
  return hash;
}
