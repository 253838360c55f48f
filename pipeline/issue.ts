import type { Issue, Span } from './model.ts';

/** Process exit codes (sysexits.h where one fits). The list is part of the contract and stands in the README. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  quarantine: 3,
  noBrowser: 69,
  badInput: 65,
  missingInput: 66,
  cannotWrite: 73,
  tryLater: 75,
  badStudy: 78,
} as const satisfies Record<string, number>;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Every code that odd input can have, with what it means for the reader of the report. */
export const ISSUE_CODES = {
  'article-empty': 'The article holds no text.',
  'article-line': 'The line holds no article.',
  'article-not-utf8': 'The file is not valid UTF-8.',
  'article-without-words': 'The article holds no words.',
  'article-front-matter': 'The front matter could not be read.',
  'article-duplicate-id': 'Another article has the same id.',
  'article-failed': 'The pipeline failed on the article; this is a defect of Parallax.',
  'outside-window': 'Articles lie outside the study’s window.',
  'contrast-unknown': 'The study names a contrast that there is not.',
  'date-missing': 'The article has no date.',
  'outlet-missing': 'The article does not say who published it.',
  'outlet-unknown': 'The registry does not know the outlet.',
  'quotation-unclosed': 'A quotation is never closed.',
  'quotation-stray': 'A closing mark closes nothing.',
  'text-not-english': 'The text does not read as English.',
  'text-control-characters': 'Control or bidirectional formatting characters are shown as marks.',
  'dictionary-entry': 'An entry of a dictionary that the study brings was left out.',
  'glyphs-missing': 'The report’s fonts lack characters of the text.',
  'previous-run-unreadable': 'The run before this one could not be read: what changed since is not told.',
  'pdf-not-printed': 'No browser could print the PDF.',
} as const satisfies Record<string, string>;

export type IssueCode = keyof typeof ISSUE_CODES;

/** An `Issue` with its code checked; what is not given is `null`. */
export function issue(
  code: IssueCode,
  message: string,
  at: { article?: string | null; file?: string | null; line?: number | null; span?: Span | null } = {},
): Issue & { readonly code: IssueCode } {
  return {
    code,
    article: at.article ?? null,
    file: at.file ?? null,
    line: at.line ?? null,
    span: at.span ?? null,
    message,
  };
}

/** One thing that makes a run impossible: where it stands and, in one sentence, what it is and how to mend it. */
export interface Problem {
  readonly file: string | null;
  /** 1-based; `null` where a file as a whole is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** Thrown at the door, before any work, with every problem found. `cli.ts` prints them and ends with `exit`. */
export class Refusal extends Error {
  readonly exit: ExitCode;
  readonly problems: readonly Problem[];

  constructor(exit: ExitCode, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(sentence).join('\n'), options);
    this.name = 'Refusal';
    this.exit = exit;
    this.problems = problems;
  }
}

/** `file:line: message`, the form that editors turn into a link. */
export function sentence(problem: Problem): string {
  const place = [problem.file, problem.file === null ? null : problem.line].filter((part) => part !== null).join(':');
  return place === '' ? problem.message : `${place}: ${problem.message}`;
}
