import type { Result } from '../model.ts';
import type { Setting } from './setting.ts';
import { namesWithTerms, type Term } from './terms.ts';

/** The field’s terms in plain words, in the order of the alphabet. */
export interface GlossaryView {
  readonly intro: string;
  readonly terms: readonly Term[];
  /** Names from the data, and phrases of another sense, that hold a term: within them none is meant. */
  readonly names: readonly string[];
}

export function glossary({ words, result }: Setting): GlossaryView {
  const { glossaryIntro: intro, glossary: held, glossaryForms } = words.front;
  const terms = held.map(([term, text], i) => ({ id: `term-${i + 1}`, term, text, forms: glossaryForms(term) }));
  return { intro, terms, names: namesWithTerms([...namesIn(result), ...words.front.glossaryOthers], terms) };
}

/** Names that sentences of the report’s own may hold. */
function namesIn({ study, articles, comparison }: Result): readonly string[] {
  const { contrasts } = comparison;
  return [
    ...study.groups.map(({ label }) => label),
    ...study.comparison.events.map(({ label }) => label),
    ...articles.flatMap(({ outletName }) => outletName ?? []),
    ...(contrasts?.contrasts ?? []).flatMap(({ outlets }) => outlets.map(({ outlet }) => outlet.name)),
  ];
}
