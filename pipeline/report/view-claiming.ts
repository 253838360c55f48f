import type { Setting } from './setting.ts';

/** What may be claimed from the report, in plain words. */
export interface ClaimingView {
  readonly intro: string;
  readonly rules: readonly { readonly title: string; readonly text: string }[];
}

export function claiming({ words, result }: Setting): ClaimingView {
  const { minimum, comparison } = result.study;
  const say = words.robustness.claiming;
  return {
    intro: say.intro,
    rules: say.rules({
      articles: minimum.articles,
      outlets: minimum.outlets,
      replicates: comparison.replicates,
      flagged: words.contrasts.keyness.miscalibrated,
    }),
  };
}
