import type { EarlierContrast } from '../model.ts';
import type { Changes } from './changes.ts';
import { type Sheet, sheet, textOf } from './csv.ts';
import { number } from './sheets-contrasts.ts';

interface ChangeRow {
  readonly what: string;
  readonly change: string;
  readonly key: string;
  readonly before: string | null;
  readonly now: string | null;
  readonly was: EarlierContrast | null;
  readonly is: EarlierContrast | null;
}

/** What changed since the run before, as a data file; without such a run it has no rows. */
export function changesSheet(changes: Changes | null): Sheet {
  const share = 'difference of shares, -1 to 1';
  const side = (prefix: string, when: string, of: (row: ChangeRow) => EarlierContrast | null) => [
    number<ChangeRow>(`${prefix}_difference`, share, `The difference ${when}.`, (row) => of(row)?.difference),
    number<ChangeRow>(`${prefix}_low`, share, `Lower 95% bound of it.`, (row) => of(row)?.interval?.[0]),
    number<ChangeRow>(`${prefix}_high`, share, `Upper 95% bound of it.`, (row) => of(row)?.interval?.[1]),
  ];
  return sheet('changes.csv', changes === null ? [] : rowsOf(changes), [
    textOf('what', 'program, package, setting, file, article or contrast.', ({ what }) => what),
    textOf('change', 'new, gone, changed; of a contrast appeared, disappeared, verdict or moved.', (row) => row.change),
    textOf('key', 'Name, or id of the article or contrast.', ({ key }) => key),
    textOf('before', 'Value, hash or verdict in the run before.', ({ before }) => before),
    textOf('now', 'Value, hash or verdict in this run.', ({ now }) => now),
    ...side('before', 'in the run before', ({ was }) => was),
    ...side('now', 'in this run', ({ is }) => is),
  ]);
}

function rowsOf({ made, articles, findings }: Changes): readonly ChangeRow[] {
  const none = { before: null, now: null, was: null, is: null };
  return [
    ...made.map(({ kind, name, before, now }) => ({
      ...none,
      what: kind,
      change: changeOf(before, now),
      key: name,
      before,
      now,
    })),
    ...(['new', 'gone', 'changed'] as const).flatMap((change) =>
      articles[change].map((key) => ({ ...none, what: 'article', change, key })),
    ),
    ...findings.map(({ kind, contrast, before, now }) => ({
      what: 'contrast',
      change: kind,
      key: contrast,
      before: before?.verdict ?? null,
      now: now?.verdict ?? null,
      was: before,
      is: now,
    })),
  ];
}

function changeOf(before: string | null, now: string | null): string {
  if (before === null) return 'new';
  return now === null ? 'gone' : 'changed';
}
