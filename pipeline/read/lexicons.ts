import { z } from 'zod';
import type { Problem } from '../issue.ts';
import type { Cue, Lexicons, Term } from '../model.ts';
import { filled, sourceProblems, sources } from './fields.ts';
import { bad, checkYaml, good } from './yaml.ts';
import type { Checked, Path, Sheet } from './yaml.ts';

/** The values that the terms of each plain list may have. */
const TERM_VALUES = {
  evaluation: ['positive', 'negative', 'irony', 'right', 'wrong', 'for', 'against', 'want', 'ill'],
  modality: ['epistemic', 'deontic', 'dynamic', 'volitional'],
  negation: ['negation'],
  engagement: ['assert', 'counter', 'concede', 'entertain', 'attribute', 'endorse', 'none'],
  denial: ['negator', 'denier', 'end', 'none'],
  commitment: ['probable', 'possible', 'hypothetical', 'none'],
  acts: ['accuse', 'praise', 'demand', 'threaten', 'promise', 'apologise', 'duty', 'reprisal', 'none'],
  graduation: ['up', 'down', 'none'],
  alignment: ['agrees', 'disagrees', 'accepts', 'rejects', 'claim'],
  roles: ['person', 'group', 'institution', 'document'],
  harm: [
    ...['verb', 'noun', 'verb and noun', 'doubtful verb', 'doubtful noun', 'doubtful verb and noun'],
    ...['body', 'weapon', 'force', 'abstract', 'none'],
  ],
  deeds: [
    ...['ill', 'help', 'give', 'curb', 'yield', 'help noun', 'curb noun'],
    ...['ill noun', 'guilt', 'wish', 'actor', 'army', 'setting', 'war', 'none'],
  ],
} as const satisfies Record<Exclude<keyof Lexicons, 'cues'>, readonly string[]>;

/** The files of a lexicon folder, each `<name>.yaml`, in the order in which they are read. */
export const LEXICON_NAMES = [
  'cues',
  'evaluation',
  'modality',
  'negation',
  'engagement',
  'denial',
  'commitment',
  'acts',
  'graduation',
  'alignment',
  'roles',
  'harm',
  'deeds',
] as const satisfies readonly (keyof Lexicons)[];

type ListName = Exclude<keyof Lexicons, 'cues'>;

const LISTS = LEXICON_NAMES.filter((name) => name !== 'cues');

/** A file's text, with the name that messages give it. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** Term or lemma to the reason why it stands where it stands. */
const reasons = z.record(
  z.string().regex(/^[^\sA-Z]+(?: [^\sA-Z]+)*$/u, 'must be lower case, its words parted by single blanks'),
  filled,
);

const cueSet = z.strictObject({
  class: z.enum(['speech', 'attitude']),
  reporting: z.enum(['neutral', 'distancing', 'endorsing', 'negative']),
  engagement: z.enum(['assert', 'deny', 'counter', 'concede', 'entertain', 'attribute', 'endorse']),
  polarity: z.union([z.literal(-1), z.literal(0), z.literal(1)], 'must be -1, 0 or 1').default(0),
  note: filled,
  source: filled,
  lemmas: reasons,
});

const cueFile = z.strictObject({ sources, cues: z.array(cueSet).min(1) });

/** The lexicons of a run, checked: schema, sources, no term twice in one file, none without a reason. */
export function checkLexicons(texts: Readonly<Record<keyof Lexicons, NamedText>>): Checked<Lexicons> {
  const cues = checkCues(texts.cues);
  const lists = LISTS.map((name) => ({ name, checked: checkTerms(texts[name], TERM_VALUES[name]) }));
  const problems = [cues, ...lists.map(({ checked }) => checked)].flatMap((checked) => checked.problems);
  if (cues.value === null || problems.length > 0) return bad(problems);
  const terms = Object.fromEntries(lists.map(({ name, checked }) => [name, checked.value]));
  return good({ cues: cues.value, ...(terms as Record<ListName, readonly Term[]>) });
}

function checkCues({ file, text }: NamedText): Checked<readonly Cue[]> {
  const sheet = checkYaml(text, file, cueFile);
  if (sheet.value === null) return sheet;
  const sets = sheet.value.data.cues;
  const problems = [
    ...sourceProblems(sheet.value, sets, ['cues']),
    ...setProblems(
      sheet.value,
      sets.map(({ lemmas }, index) => [['cues', index, 'lemmas'], lemmas]),
    ),
  ];
  if (problems.length > 0) return bad(problems);
  return good(
    sets.flatMap(({ class: kind, reporting, engagement, polarity, lemmas }) =>
      Object.keys(lemmas).map((lemma) => ({ lemma, class: kind, reporting, engagement, polarity })),
    ),
  );
}

function checkTerms({ file, text }: NamedText, values: readonly string[]): Checked<readonly Term[]> {
  const set = z.strictObject({ value: z.enum(values), note: filled, source: filled, terms: reasons });
  const sheet = checkYaml(text, file, z.strictObject({ sources, sets: z.array(set).min(1) }));
  if (sheet.value === null) return sheet;
  const { sets } = sheet.value.data;
  const problems = [
    ...sourceProblems(sheet.value, sets, ['sets']),
    ...setProblems(
      sheet.value,
      sets.map(({ terms }, index) => [['sets', index, 'terms'], terms]),
    ),
  ];
  if (problems.length > 0) return bad(problems);
  return good(sets.flatMap(({ value, terms }) => Object.keys(terms).map((term) => ({ term, value }))));
}

/** Sets without a term, and terms that stand in two sets of one file. */
function setProblems(
  { file, lineOf }: Sheet<unknown>,
  sets: readonly (readonly [at: Path, terms: Readonly<Record<string, string>>])[],
): readonly Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [at, terms] of sets) {
    const keys = Object.keys(terms);
    if (keys.length === 0)
      problems.push({ file, line: lineOf(at), message: 'The set holds no terms: fill or remove it.' });
    for (const term of keys) {
      const line = lineOf([...at, term]);
      const earlier = first.get(term);
      if (earlier === undefined) first.set(term, line);
      else problems.push({ file, line, message: `“${term}” already stands in line ${earlier}: keep one of the two.` });
    }
  }
  return problems;
}
