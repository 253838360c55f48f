import { LIMITS, type Setting } from './setting.ts';
import { type StatementsData, statementsData } from './statements-data.ts';
import { citationOf } from './citation.ts';
import type { Words } from './words/english.ts';

/** What the page's script says: texts with names in braces for what it fills in. */
export type ScriptWords = Words['page']['script'] & {
  readonly toward: string;
  readonly calls: readonly string[];
  /** Before the words of each role of `StatementsData.roleNames`, for those who cannot see the marking. */
  readonly opens: readonly string[];
  readonly closes: string;
  /** How the report itself is cited. */
  readonly report: string;
};

/** What the page can do where script runs: a form for finding statements, a dialog, and all that the script works with. */
export interface FindView {
  readonly title: string;
  readonly note: string;
  readonly fields: Words['page']['fields'];
  readonly any: string;
  readonly calls: readonly string[];
  readonly clear: string;
  readonly results: string;
  readonly previous: string;
  readonly next: string;
  readonly article: string;
  readonly origin: string;
  readonly stance: string;
  readonly denied: string;
  readonly goTo: string;
  readonly copy: string;
  readonly close: string;
  readonly words: ScriptWords;
  readonly data: StatementsData;
}

export function find(setting: Setting): FindView {
  const { words, entries } = setting;
  const { title, note, fields, any, clear, results, previous, next, article, goTo, copy, close } = words.page;
  const { origin, stance } = words.facts;
  const data = statementsData(setting);
  const calls = data.callNames.map((call) => words.calls[call]);
  return {
    ...{ title, fields, any, calls, clear, results, previous, next, article, origin, stance, goTo, copy, close },
    note: note(data.number.length, entries.length, LIMITS.wordsInPage),
    denied: words.denied,
    words: scriptWords(setting, data),
    data,
  };
}

function scriptWords(setting: Setting, { callNames, roleNames }: StatementsData): ScriptWords {
  const { words } = setting;
  const named: Readonly<Record<string, string>> = words.roles;
  return {
    ...words.page.script,
    toward: words.speakers.toward('{target}', ['{call}']),
    calls: callNames.map((call) => words.calls[call]),
    opens: roleNames.map((role) => (named[role] === undefined ? '' : words.roleOpens(named[role]))),
    closes: words.roleCloses,
    report: citationOf(setting.result, setting.words).sentence,
  };
}
