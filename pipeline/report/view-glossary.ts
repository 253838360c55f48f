import type { Setting } from './setting.ts';

/** The field’s terms in plain words, in the order of the alphabet. */
export interface GlossaryView {
  readonly intro: string;
  readonly terms: readonly { readonly id: string; readonly term: string; readonly text: string }[];
}

export function glossary({ words }: Setting): GlossaryView {
  const { glossaryIntro: intro, glossary: terms } = words.front;
  return {
    intro,
    terms: terms.map(([term, text], i) => ({ id: `term-${i + 1}`, term, text })),
  };
}
