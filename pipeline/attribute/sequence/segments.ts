import type { Features } from './features.ts';
import type { Labelling } from './label.ts';
import { isInside, LABEL_COUNT, roleOf, type Role } from './labels.ts';

/** One unbroken run of a role, as tokens [first, end), within one paragraph. */
export interface Segment {
  readonly role: Role;
  readonly first: number;
  readonly end: number;
  /** The line of its first token, and of its last. */
  readonly line: number;
  readonly lastLine: number;
  readonly paragraph: number;
  /** How probable its role is, on average over its tokens. */
  readonly probability: number;
}

/** The segments of a labelling, in the order of the text. */
export function segmentsOf(
  { labels, marginals }: Labelling,
  { lineOf }: Features,
  paragraph: Uint32Array,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (let first = 0; first < labels.length; first++) {
    const role = roleOf(labels[first]!);
    if (role === null) continue;
    let end = first + 1;
    while (end < labels.length && isInside(labels[end]!)) end++;
    const probability = meanProbability(marginals, first, end, labels[first]!);
    const [line, lastLine] = [lineOf[first]!, lineOf[end - 1]!];
    segments.push({ role, first, end, line, lastLine, paragraph: paragraph[first]!, probability });
    first = end - 1;
  }
  return segments;
}

/** Begin and inside together: where a segment begins is another question than what it is. */
function meanProbability(marginals: Float64Array, first: number, end: number, begin: number): number {
  const inside = begin + (begin % 2);
  let sum = 0;
  for (let i = first; i < end; i++)
    sum += marginals[i * LABEL_COUNT + inside]! + marginals[i * LABEL_COUNT + inside - 1]!;
  return sum / (end - first);
}
