import type { KeyTerm, Keyness } from '../model.ts';
import { type Contrasting, shareText } from './contrasting.ts';

/** Nominal share of false discoveries. */
const LEVEL = 0.05;

/** Whether a word marks its group by either main measure: its conservative bound, or Welch's t after Benjamini-Hochberg. */
export function isKey({ lrc, q }: KeyTerm): boolean {
  return lrc !== 0 || q < LEVEL;
}

/** The share of a side's articles that hold the word, as shown. */
export function documentShare(
  { setting }: Contrasting,
  { documents }: Keyness,
  term: KeyTerm,
  side: 'treated' | 'reference',
): string {
  return shareText(setting, documents[side] === 0 ? null : term[side].articles / documents[side]);
}

/** Where articles that hold the word are listed. */
export function evidenceOf({ setting }: Contrasting, { term, examples }: KeyTerm): string | null {
  return setting.cite(setting.words.contrasts.keyness.evidence(term), { kind: 'articles', ids: examples });
}
