import type { Mention, Reading, ReportedArticle, Statement } from '../model.ts';

/** A statement with all that the report says of it; `number` runs through the whole report from 1. */
export interface Entry {
  readonly number: number;
  readonly statement: Statement;
  readonly reading: Reading;
  readonly article: ReportedArticle;
}

/** What a number rests on. */
export type Places =
  | { readonly kind: 'statements'; readonly ids: readonly string[] }
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'passages'; readonly mentions: readonly Mention[] };

/** The statements that rows rest on, each once. */
export function statementPlaces(rows: readonly { readonly statements: readonly string[] }[]): Places {
  return { kind: 'statements', ids: [...new Set(rows.flatMap(({ statements }) => statements))] };
}
