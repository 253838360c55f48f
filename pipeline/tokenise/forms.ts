/** What a form's letters alone decide. Worked out once for each form that a run meets. */
export interface Form {
  /** Lower case, with plain apostrophes. */
  readonly norm: string;
  /** Whether a quotation mark is glued to something else in it. */
  readonly glued: boolean;
  /** Lower-case lemmas by part of speech: those that the tagger was asked for so far. */
  readonly lemmas: Map<string, string>;
}

/** Any of the double quotation marks that `marks.ts` reads. */
export const MARK = /[“”„‟«»"]/u;

/**
 * What is known of a form. A bounded store keeps it over articles: words come again and again, and most of what reading a
 * token costs is the same each time. The result depends on `surface` alone, never on what was read before.
 */
export function formOf(surface: string): Form {
  const known = forms.get(surface);
  if (known !== undefined) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = {
    norm: surface.toLowerCase().replace(/[‘’ʼ]/gu, "'"),
    glued: surface.length > 1 && MARK.test(surface),
    lemmas: new Map<string, string>(),
  };
  forms.set(surface, form);
  return form;
}

/** Enough for nearly every token of a corpus of news; some ten megabytes. */
const MOST_FORMS = 30_000;

const forms = new Map<string, Form>();
