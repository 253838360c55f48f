import { z } from 'zod';
import { EXIT, Refusal } from './issue.ts';
import type { Problem } from './issue.ts';
import type { Group, Outlet, Registry, ReportLanguage, Study } from './model.ts';
import { countryCode, filled, kebab } from './read/fields.ts';
import { planFields, planOf, planProblems } from './read/plan.ts';
import { topicFields, topicProblems, topicsOf, topicsOfRegistry } from './read/topics.ts';
import { bad, checkYaml, good } from './read/yaml.ts';
import type { Checked, Path, Sheet } from './read/yaml.ts';
import { didYouMean } from './text/near.ts';

const list = z.array(filled).default([]);

const members = z.strictObject({
  /** Groups of the registry ("russian"). */
  groups: list,
  countries: z.array(countryCode).default([]),
  outlets: list,
  /** Ids taken out again, whatever let them in. */
  except: list,
});

/**
 * Least confidence of an attribution and of a stance, unless a study sets others. On PolNeAR's dev part 0.4
 * costs one right statement in twenty and spares more than a third of the wrong ones. For a stance a third is always reached
 * by one of three; at 0.7 the trained model's sides had the wrong sign in 1.0 % (`npm run train -- stance-toward`): silence is
 * cheaper than a wrong sign.
 */
export const THRESHOLDS = { attribution: 0.4, stance: 0.7 } as const;

/**
 * Ten articles a group are a usual floor. Three outlets a side are the fewest with which an exact permutation test can reach
 * .05 (1 in 20). Six calls are the fewest that an exact test tells from a toss of coins where all agree (2 × ½⁶ = .03).
 */
const MINIMUM = { articles: 10, outlets: 3, calls: 6 } as const;

/** Languages that the report can be written in, whatever that of the articles. */
const LANGUAGES = ['en', 'ru'] as const satisfies readonly ReportLanguage[];

/** “en-GB” is English as well. */
const LANGUAGE_CODE = new RegExp(`^(?:${LANGUAGES.join('|')})(?:-[A-Z0-9]{1,8})*$`, 'iu');

const schema = z.strictObject({
  id: kebab,
  title: filled,
  /** Empty: a study may describe without asking. */
  question: filled.default(''),
  /** None: the report then names no author rather than inventing one. */
  authors: list,
  /** `null`: the newest article's, so that two runs on the same input give the same report. */
  date: z.iso.date('must be a date such as 2022-12-19').nullable().default(null),
  /** The language that the report is written in; what it quotes stays in that of the articles. */
  language: z
    .string()
    .regex(LANGUAGE_CODE, `must be ${LANGUAGES.map((code) => `“${code}”`).join(' or ')}`)
    .transform((code) => code.slice(0, 2).toLowerCase() as ReportLanguage)
    .default('en'),
  articles: z.union(
    [filled, z.array(filled).min(1)],
    'must be a file, a folder, a pattern such as articles/*.txt, or a list of these',
  ),
  /** Beside the study file, where whoever wrote it will look first. */
  reports: filled.default('reports'),
  /** `null` for these four: what Parallax brings along in seeds/. */
  outlets: filled.nullable().default(null),
  actors: filled.nullable().default(null),
  lexicons: filled.nullable().default(null),
  codebooks: filled.nullable().default(null),
  /** Dictionaries of LIWC (.dic) and quanteda (.yml), whose categories are frames besides those of the codebook. */
  dictionaries: list,
  /** A folder with templates and style sheets in place of Parallax's own, by their names; `null`: none. */
  templates: filled.nullable().default(null),
  groups: z.array(z.strictObject({ id: kebab, label: filled, members })).min(1),
  /** Topics whose supporters and opponents are looked for; the actors of the registry are targets of every study. */
  targets: z.array(topicFields).default([]),
  attribution: z
    .strictObject({ threshold: z.number().min(0).max(1).default(THRESHOLDS.attribution) })
    .default({ threshold: THRESHOLDS.attribution }),
  stance: z
    .strictObject({
      threshold: z.number().min(0.34).max(1).default(THRESHOLDS.stance),
    })
    .default({ threshold: THRESHOLDS.stance }),
  minimum: z
    .strictObject({
      articles: z.int().min(1).default(MINIMUM.articles),
      outlets: z.int().min(1).default(MINIMUM.outlets),
      calls: z.int().min(1).default(MINIMUM.calls),
    })
    .default(MINIMUM),
  /** Which groups are contrasted, and how. */
  comparison: planFields.prefault({}),
  /** Any fixed number serves; 1 says that nobody searched for it. */
  seed: z.int().min(0).max(0xffff_ffff).default(1),
});

/** A study file as written: checked by itself, its groups and paths not yet resolved. Paths are relative to the file. */
export type StudyFile = Sheet<z.output<typeof schema>>;

/** Reads a study file and checks all that can be checked without the registry. Pure; `file` is the name for messages. */
export function checkStudy(text: string, file: string): Checked<StudyFile> {
  const sheet = checkYaml(text, file, schema);
  if (sheet.value === null) return sheet;
  const problems = [...sharedGroupIds(sheet.value), ...topicProblems(sheet.value), ...planProblems(sheet.value)];
  return problems.length > 0 ? bad(problems) : sheet;
}

function sharedGroupIds({ file, data, lineOf }: StudyFile): readonly Problem[] {
  return data.groups.flatMap(({ id }, index) => {
    const first = data.groups.findIndex((group) => group.id === id);
    if (first === index) return [];
    const message = `The group “${id}” already stands in line ${lineOf(['groups', first, 'id'])}: choose another id.`;
    return [{ file, line: lineOf(['groups', index, 'id']), message }];
  });
}

/**
 * The study with its groups resolved against the registry. An outlet in two groups, a group without members, a name that
 * the registry does not know and a topic that it has already are problems. A group's countries are those that it lists and those of its members; a country
 * that members of two groups share goes to the group that lists it, else to none, for "its media" would be either's.
 */
export function resolveStudy(study: StudyFile, registry: Registry): Checked<Study> {
  const unknown = study.data.groups.flatMap((_, index) => unknownNames(study, index, registry));
  if (unknown.length > 0) return bad(unknown);
  const memberships = study.data.groups.map((group) => membersOf(group.members, registry));
  const problems = [
    ...emptyGroups(study, memberships),
    ...sharedOutlets(study, memberships),
    ...topicsOfRegistry(study, registry),
  ];
  if (problems.length > 0) return bad(problems);
  const { id, title, question, authors, date, language, attribution, stance, minimum, seed } = study.data;
  const groups = groupsOf(study, memberships);
  return good({
    id,
    title,
    question,
    authors,
    date,
    language,
    groups,
    targets: topicsOf(study),
    attributionThreshold: attribution.threshold,
    stanceThreshold: stance.threshold,
    minimum,
    comparison: planOf(study.data),
    seed,
  });
}

/** `checkStudy` and `resolveStudy` in one, for those who hold a registry. Throws a `Refusal` that lists every problem. */
export function parseStudy(text: string, file: string, registry: Registry): Study {
  const checked = checkStudy(text, file);
  const study = checked.value === null ? checked : resolveStudy(checked.value, registry);
  if (study.value === null) throw new Refusal(EXIT.badStudy, study.problems);
  return study.value;
}

type Members = z.output<typeof members>;

function membersOf({ groups, countries, outlets, except }: Members, registry: Registry): readonly Outlet[] {
  return registry.outlets.filter(
    ({ id, group, country }) =>
      !except.includes(id) &&
      (outlets.includes(id) ||
        (group !== null && groups.includes(group)) ||
        (country !== null && countries.includes(country))),
  );
}

function unknownNames({ file, data, lineOf }: StudyFile, index: number, registry: Registry): readonly Problem[] {
  const ids = registry.outlets.map(({ id }) => id);
  const known: Readonly<Record<keyof Members, readonly string[]>> = {
    groups: distinct(registry.outlets.map(({ group }) => group)),
    countries: distinct(registry.outlets.map(({ country }) => country)),
    outlets: ids,
    except: ids,
  };
  const given = data.groups[index]?.members as Members;
  return (Object.keys(known) as (keyof Members)[]).flatMap((key) =>
    given[key].flatMap((name, item) => {
      if (known[key].includes(name)) return [];
      const line = lineOf(['groups', index, 'members', key, item]);
      return [{ file, line, message: `${SENTENCES[key](name)}${didYouMean(name, known[key])}` }];
    }),
  );
}

const SENTENCES: Readonly<Record<keyof Members, (name: string) => string>> = {
  groups: (name) => `The registry of outlets knows no group “${name}”.`,
  countries: (name) => `The registry has no outlet of the country “${name}”.`,
  outlets: (name) => `The registry has no outlet with the id “${name}”.`,
  except: (name) => `The registry has no outlet with the id “${name}”.`,
};

function emptyGroups(
  { file, data, lineOf }: StudyFile,
  memberships: readonly (readonly Outlet[])[],
): readonly Problem[] {
  return data.groups.flatMap(({ id }, index) => {
    if (memberships[index]?.length !== 0) return [];
    const message = `The group “${id}” has no members: name groups, countries or outlets of the registry.`;
    return [{ file, line: lineOf(['groups', index]), message }];
  });
}

function sharedOutlets(
  { file, data, lineOf }: StudyFile,
  memberships: readonly (readonly Outlet[])[],
): readonly Problem[] {
  const owner = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, { id: group }] of data.groups.entries()) {
    const at: Path = ['groups', index, 'members'];
    for (const { id } of memberships[index] ?? []) {
      const other = owner.get(id);
      if (other === undefined) owner.set(id, group);
      else {
        const message = `The outlet “${id}” is already in the group “${other}”: take it out of one with “except”.`;
        problems.push({ file, line: lineOf(at), message });
      }
    }
  }
  return problems;
}

function groupsOf({ data }: StudyFile, memberships: readonly (readonly Outlet[])[]): readonly Group[] {
  const listed = data.groups.map((group) => group.members.countries);
  const held = memberships.map((outlets) => distinct(outlets.map(({ country }) => country)));
  return data.groups.map(({ id, label }, index) => {
    const others = [...listed, ...held].filter((_, n) => n % data.groups.length !== index);
    const own = (held[index] ?? []).filter((country) => !others.some((countries) => countries.includes(country)));
    return {
      id,
      label,
      members: (memberships[index] ?? []).map((outlet) => outlet.id),
      countries: distinct([...(listed[index] ?? []), ...own]),
    };
  });
}

/** Each once, in code-unit order, without `null`. */
function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
