/** What a token can be: nothing, or the begin or the inside of one of three roles (BIO). The order is that of the weights. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

/** How many labels there are. */
export const LABEL_COUNT = LABELS.length;

/** A role of an attribution, in the order of the labels. */
export const ROLES = ['source', 'cue', 'content'] as const;

export type Role = (typeof ROLES)[number];

/** The label with which a segment of a role begins; the next one goes on with it. */
export function beginOf(role: Role): number {
  return 1 + 2 * ROLES.indexOf(role);
}

/** The role of a label, `null` for O. */
export function roleOf(label: number): Role | null {
  return label === 0 ? null : ROLES[(label - 1) >> 1]!;
}

/** Whether a label only goes on with a segment. */
export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

/** Whether `next` may follow `label`: an inside only goes on with its own role. */
export function mayFollow(label: number, next: number): boolean {
  return !isInside(next) || label === next || label === next - 1;
}
