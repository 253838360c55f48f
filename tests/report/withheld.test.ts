import { describe, expect, test } from 'vitest';
import type { Result, SourceShare } from '../../pipeline/model.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { sampleResult } from '../support/sample-result.ts';

describe('speakers that are withheld', () => {
  const view = buildView(withheld(({ speaker }) => speaker?.id === 'ilse-marrow'));
  const all = JSON.stringify(view);

  test('are counted in the summary, apart from those whom no text tells', () => {
    const text = view.summary.body.paragraphs
      .flat()
      .map(({ text }) => text)
      .join(' ');
    expect(text).toContain('In 3 statements who speaks is withheld, because the confidence is below 0.40');
    expect(text).toContain('In 1 statement the text does not tell who speaks.');
  });

  test('stand as such beside each statement, and with the unnamed elsewhere', () => {
    expect(all).toContain('"speaker":"Speaker withheld"');
    expect(all).toContain('"speaker":"Speaker not told"');
    expect(all).toContain('Speaker not told or withheld');
  });

  test('together may have the most words; the title names who has', () => {
    expect(all).toContain('Upland Wire is given the most words of all who are named: 7');
  });

  test('where nobody is named the title says so', () => {
    expect(JSON.stringify(buildView(withheld(() => true)))).toContain('No speaker is named: 36 reported words');
  });

  test('without any, nothing speaks of them but the count', () => {
    const text = JSON.stringify(buildView(sampleResult()));
    expect(text).toContain('No speaker was withheld: every statement reaches a confidence of 0.40.');
    expect(text).not.toContain('or withheld');
  });
});

/** The sample with some speakers withheld, and with its shares as the comparison would give them. */
function withheld(which: (source: Pick<SourceShare, 'speaker'>) => boolean): Result {
  const { articles, comparison } = sampleResult();
  return sampleResult({
    articles: articles.map((article) => ({
      ...article,
      statements: article.statements.map((one) =>
        one.speaker !== null && which(one) ? { ...one, speaker: null, withheld: true, confidence: 0.1 } : one,
      ),
    })),
    comparison: {
      ...comparison,
      sources: comparison.sources.map((one) => (which(one) ? { ...one, speaker: null } : one)),
    },
  });
}
