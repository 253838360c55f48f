import type { Frame } from '../../model.ts';
import { isWord } from '../../text/word.ts';
import { measureOf, noAmounts, without, type Amounts, type Measure } from './measure.ts';
import { inArticles, inVoice, type Ground } from './naming-measures.ts';
import { original, type Test, type Use } from './uses.ts';

/**
 * A scholar's own frames: the share of articles that use a term in the voice that counts, and, where terms have weights, the
 * weight of the terms used for each word of that voice.
 */
export function termMeasures(ground: Ground, frames: readonly Frame[]): readonly Measure[] {
  return frames.flatMap((frame, i) => {
    const uses = ground.units.map(({ article }) => placed(article.tokens.starts, article.framed[i]!));
    const about = { key: frame.id, family: 'terms', topic: frame.title, label: 'used', unit: 'articles' } as const;
    const weighted = frame.terms.some(({ weight }) => weight !== 1);
    return [inArticles(ground, about, uses, inVoice(ground)), ...(weighted ? [byWeight(ground, frame, uses)] : [])];
  });
}

interface WeighedUse extends Use {
  readonly weight: number;
}

/** Uses in the order of the text at the tokens where they begin. */
function placed(
  starts: Uint32Array,
  uses: readonly { readonly span: readonly [number, number]; readonly weight: number }[],
): readonly WeighedUse[] {
  let token = 0;
  return uses.map(({ span, weight }) => {
    while (starts[token]! < span[0]) token++;
    return { name: '', token, weight };
  });
}

function byWeight(ground: Ground, { id, title }: Frame, uses: readonly (readonly WeighedUse[])[]): Measure {
  const voice = inVoice(ground);
  const isOriginal = original(ground.repeats);
  const main = weights(ground, uses, (unit, token, name) => isOriginal(unit, token) && voice(unit, token, name));
  const about = { key: `${id}/weight`, family: 'terms', topic: title, label: 'weight', unit: 'words' } as const;
  return measureOf(about, without(ground.repeats.copied, main), weights(ground, uses, voice));
}

function weights({ units }: Ground, uses: readonly (readonly WeighedUse[])[], counts: Test): Amounts {
  const amounts = noAmounts(units.length);
  units.forEach(({ article: { tokens } }, unit) => {
    const words = tokens.forms.map(isWord);
    tokens.form.forEach((form, token) => {
      if (words[form]! && counts(unit, token, '')) amounts.denominator[unit]!++;
    });
    for (const { token, weight } of uses[unit]!) if (counts(unit, token, '')) amounts.numerator[unit]! += weight;
  });
  return amounts;
}
