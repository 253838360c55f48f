import type { ContrastUnit, EffectSize, Family, Reason, Verdict } from '../../model.ts';
import type { BuiltInLabel, BuiltInTopic, Difference, ReasonOf, Subject } from './claim-parts.ts';

const SIZES: Readonly<Record<EffectSize, string>> = {
  large: 'a large difference',
  medium: 'a medium difference',
  small: 'a small difference',
  'very small': 'a very small difference',
};

/** The sentences that state a result, why none is stated, and the names of what contrasts are made of, in English. */
export const claimWords = {
  // ── Names of what is contrasted, by what the data call it ─────────────────────────────────────────────────────────
  units: {
    'uses of the names': 'uses of the names',
    'uses of the name': 'uses of the name',
    articles: 'articles',
    'quoted and attributed words': 'quoted and attributed words',
    'statements of the camp': 'statements of the camp',
    calls: 'calls',
    readings: 'readings',
    words: 'words',
    'articles with a call on the actor': 'articles with a call on the actor',
    'articles that name the actor': 'articles that name the actor',
    'acts of harm': 'acts of harm',
    'acts of harm with the actor': 'acts of harm with the actor',
  } satisfies Record<ContrastUnit, string>,
  topics: {
    camp: 'camp',
    type: 'type',
    unknown: 'unknown',
    'how harm is put': 'how harm is put',
    'who does harm': 'who does harm',
    conflict: 'conflict',
    economic: 'economic',
    'human-interest': 'human-interest',
    moral: 'moral',
    resolution: 'resolution',
  } satisfies Record<BuiltInTopic, string>,
  labels: {
    'in own voice': 'in own voice',
    'in quotations': 'in quotations',
    'in attributed speech': 'in attributed speech',
    'in any voice': 'in any voice',
    person: 'person',
    institution: 'institution',
    outlet: 'outlet',
    group: 'group',
    document: 'document',
    unknown: 'unknown',
    country: 'country',
    place: 'place',
    alliance: 'alliance',
    topic: 'topic',
    neutral: 'neutral',
    distancing: 'distancing',
    endorsing: 'endorsing',
    negative: 'negative',
    opposes: 'opposes',
    neither: 'neither',
    supports: 'supports',
    'no call': 'no call',
    present: 'present',
    used: 'used',
    weight: 'weight',
    hero: 'hero',
    villain: 'villain',
    victim: 'victim',
    active: 'active',
    'passive with agent': 'passive with agent',
    'passive without agent': 'passive without agent',
    nominalised: 'nominalised',
    'agent named': 'agent named',
    acts: 'acts',
  } satisfies Record<BuiltInLabel, string>,
  /** The stance of a holder, `null` for the outlets' own voice. */
  stanceOf: (holder: string | null, target: string) => `${holder ?? 'own voice'} on ${target}`,

  // ── Sentences that state a result ─────────────────────────────────────────────────────────────────────────────────
  /** One side: its outlets by name where they are few, else its label and their number. */
  outlets: (names: readonly string[]) => names.join(' and '),
  manyOutlets: (n: number, label: string) => `${n} outlets (${label})`,
  nothing: 'nothing that can be counted',
  share: (share: string, low: string, high: string) => `${share} (95% interval ${low} to ${high})`,
  less: (p: string) => `less than ${p}`,
  subjects: {
    naming: ({ topic, label }) => `Of the names for “${topic}”, “${label}” makes up`,
    quoting: ({ label }) => `Of the uses of “${label}”, those inside quotation marks make up`,
    words: ({ topic, label }) => `Of the articles, those that use “${topic}” ${label} make up`,
    sources: ({ topic, label }) => `Of the quoted and attributed words, those of the ${topic} “${label}” make up`,
    reporting: ({ topic, label }) =>
      `Of the statements of the camp “${topic}”, those with ${label === 'endorsing' ? 'an' : 'a'} ${label} verb make up`,
    stance: ({ topic, label, unit }) => `Of the ${unit} on stance (${topic}), “${label}” makes up`,
    frames: ({ topic }) => `Of the articles, those with the frame “${topic}” make up`,
    terms: ({ topic, key }) =>
      key === 'used'
        ? `Of the articles, those with a term of “${topic}” make up`
        : `Of the words, the weighted terms of “${topic}” make up`,
    roles: ({ topic, label }) => `Of the articles that name ${topic}, the role of ${label} makes up`,
    agency: ({ topic, label, unit }) => `Of the ${unit} (${topic}), “${label}” makes up`,
  } satisfies Record<Family, (subject: Subject) => string>,
  shares: (subject: string, treatedShare: string, treated: string, referenceShare: string, reference: string) =>
    `${subject} ${treatedShare} in ${treated} and ${referenceShare} in ${reference}`,
  /** What each verdict lets a sentence say after the shares. */
  endings: {
    differs: ({ size, more, p }) =>
      `: ${SIZES[size]}, more in ${more}. Chance labels would set the outlets so far apart with p = ${p ?? 'unknown'}.`,
    'these outlets differ': ({ size, more, p, chance }) =>
      `: ${SIZES[size]}, more in ${more}. This is said of the articles of these outlets, not of their sides${
        chance === null
          ? ', for too few outlets can be set against each other'
          : `: the difference ranks ${chance.rank} of ${chance.of} among those of the single outlets, and labels given by chance would reach it with p = ${p ?? 'unknown'} (the least that so few outlets can reach is ${chance.floor})`
      }.`,
    'not told apart': () => ': the articles do not tell the two apart.',
    'too little': ({ treatedArticles, referenceArticles }) =>
      `. With ${treatedArticles} and ${referenceArticles} articles to count in, nothing is claimed.`,
  } satisfies Record<Verdict, (difference: Difference) => string>,

  // ── Why nothing is claimed ────────────────────────────────────────────────────────────────────────────────────────
  reasons: {
    'no article': () => 'There is no readable article, so there is nothing to describe.',
    'one article': () =>
      'There is one article: its words are described and counted, and no difference between groups is claimed.',
    'nothing tested': ({ articles }) =>
      `The ${articles} articles are described and their words counted; no difference between groups has been tested, so none is claimed.`,
    'too few groups': ({ groups }) => `The study names ${counted(groups, 'group')}; a comparison needs at least two.`,
    'group lacks': ({ group, has, asked }) =>
      `The group “${group}” has ${both(has)}; the study asks for at least ${both(asked)}, so it lacks ${lack(has, asked)}.`,
  } satisfies { readonly [Kind in Reason['kind']]: (reason: ReasonOf<Kind>) => string },
};

type Amount = ReasonOf<'group lacks'>['has'];

function both({ articles, outlets }: Amount): string {
  return `${counted(articles, 'article')} and ${counted(outlets, 'outlet')}`;
}

function lack(has: Amount, asked: Amount): string {
  const [articles, outlets] = [asked.articles - has.articles, asked.outlets - has.outlets];
  const lacking = [
    ...(articles > 0 ? [counted(articles, 'article')] : []),
    ...(outlets > 0 ? [counted(outlets, 'outlet')] : []),
  ];
  return lacking.join(' and ');
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
