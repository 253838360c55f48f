import type { Group, Passage, SourceShare } from '../model.ts';
import type { Contribution, Said } from './contribution.ts';
import { grouped } from './grouped.ts';
import { byEntity, byGroup } from './order.ts';
import { wordsIn } from './words.ts';

/**
 * Who is given voice in each group and how much: one row for a speaker with at least one statement there. Words are
 * counted where they stand in the speaker's own statements, so what the speaker passes on counts for whoever said it;
 * unknown speakers are one row. Shares are of all quoted and attributed words of the group and sum to 1; they are 0 where
 * a group has no such word. Order: group, then words (most first), then name.
 */
export function sources(articles: readonly Contribution[], groups: readonly Group[]): readonly SourceShare[] {
  const statements = articles.flatMap((article) => article.statements);
  const words = wordsByStatement(articles);
  const byOrigin = grouped(statements, ({ origin }) => origin);
  const inOrder = byGroup(groups);
  return [...byOrigin].sort(([a], [b]) => inOrder(a, b)).flatMap(([group, said]) => rowsOf(group, said, words));
}

interface Spoken {
  readonly quoted: number;
  readonly attributed: number;
}

function wordsByStatement(articles: readonly Contribution[]): ReadonlyMap<string, Spoken> {
  const spoken = new Map<string, Spoken>();
  for (const article of articles) {
    for (const [passage, words] of wordsIn(article)) add(spoken, passage, words);
  }
  return spoken;
}

function add(spoken: Map<string, Spoken>, { statement, voice }: Passage, words: number): void {
  if (statement === null || voice === 'own') return;
  const before = spoken.get(statement) ?? { quoted: 0, attributed: 0 };
  spoken.set(statement, { ...before, [voice]: before[voice] + words });
}

function rowsOf(
  group: string | null,
  statements: readonly Said[],
  words: ReadonlyMap<string, Spoken>,
): readonly SourceShare[] {
  const rows = [...grouped(statements, ({ speaker }) => speaker?.id ?? null).values()].map((said) => {
    const spoken = said.map(({ id }) => words.get(id) ?? { quoted: 0, attributed: 0 });
    const quotedWords = spoken.reduce((sum, { quoted }) => sum + quoted, 0);
    const attributedWords = spoken.reduce((sum, { attributed }) => sum + attributed, 0);
    return { speaker: said[0]!.speaker, statements: said.map(({ id }) => id), quotedWords, attributedWords };
  });
  const total = rows.reduce((sum, row) => sum + wordsOf(row), 0);
  return rows
    .map((row): SourceShare => ({ group, ...row, share: total === 0 ? 0 : wordsOf(row) / total }))
    .sort((a, b) => wordsOf(b) - wordsOf(a) || byEntity(a.speaker, b.speaker));
}

function wordsOf({ quotedWords, attributedWords }: Pick<SourceShare, 'quotedWords' | 'attributedWords'>): number {
  return quotedWords + attributedWords;
}
