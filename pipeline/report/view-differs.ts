import type { Claim, Contrast } from '../model.ts';
import { claimText } from './claim-text.ts';
import {
  type Block,
  blocksOf,
  equals,
  type Contrasting,
  differenceText,
  intervalsOver,
  isTold,
  measure,
  pointsInterval,
  titleOf,
} from './contrasting.ts';
import type { Finding } from './ledger.ts';
import { VALUES } from './ledger-values.ts';
import type { Setting, StatedView } from './setting.ts';
import { sentence } from './view-ledger.ts';
import { type Cell, plain } from './view-parts.ts';

/** One sentence that states a result, with its statistics, effect sizes first, and where it is shown. */
export interface ClaimView {
  readonly text: string;
  readonly stated: StatedView;
  /** Id of the contrast that it is about. */
  readonly contrast: string;
  readonly facts: readonly string[];
  readonly see: Cell | null;
}

/** What differs, before all else: claims with their uncertainty, then how much is not told. */
export interface DiffersView {
  readonly intro: readonly string[];
  readonly claimsTitle: string;
  readonly claims: readonly ClaimView[];
  readonly more: string | null;
  readonly otherTitle: string;
  readonly other: readonly string[];
}

/** A summary of more sentences than this sums up nothing. */
const MOST_CLAIMS = 20;

export function differs(setting: Setting, contrasting: Contrasting | null): DiffersView {
  const say = setting.words.contrasts.differs;
  const empty = { claimsTitle: say.claimsTitle, claims: [], more: null, otherTitle: say.otherTitle, other: [] };
  if (contrasting === null) return { ...empty, intro: [say.noGroups] };
  const told = toldClaims(contrasting);
  const blocks = blocksOf(contrasting);
  const rest = told.length - MOST_CLAIMS;
  return {
    ...empty,
    intro: [settingText(contrasting), ...(told.length === 0 ? [say.nothing] : [])],
    claims: told.slice(0, MOST_CLAIMS).map((claim) => claimView(contrasting, blocks, claim)),
    more: rest > 0 ? say.claimsCut(rest, 'data/claims.csv') : null,
    other: untold(contrasting),
  };
}

/** Claims that may be told: first of the contrasts that the study named, then of the others. */
export function toldClaims({ held, main }: Contrasting): readonly Claim[] {
  const told = held.claims.filter(({ verdict }) => isTold({ verdict }));
  const isMain = ({ contrast }: Claim): boolean => main.some(({ id }) => id === contrast);
  return [...told.filter(isMain), ...told.filter((claim) => !isMain(claim))];
}

/** Who is set against whom, what falls out, and what the intervals are over. */
function settingText(contrasting: Contrasting): string {
  const { setting, held, sides, few } = contrasting;
  const say = setting.words.contrasts.differs;
  const bare = (['treated', 'reference'] as const).filter((side) => held.articles[side] === 0);
  const left = leftOut(contrasting);
  return [
    bare.length > 0 ? say.noArticles(bare.map((side) => sides[side])) : against(contrasting),
    ...(left.length > 0 ? [say.left(left)] : []),
    ...(few.treated ? [say.few(sides.treated)] : []),
    ...(few.reference ? [say.few(sides.reference)] : []),
    ...(bare.length > 0 ? [] : [intervalsOver(contrasting)]),
  ].join(' ');
}

function against({ setting, held, sides }: Contrasting): string {
  const { articles, keyness, voice } = held;
  return setting.words.contrasts.differs.setting({
    treated: sides.treated,
    treatedOutlets: keyness.outlets.treated,
    treatedArticles: articles.treated,
    reference: sides.reference,
    referenceOutlets: keyness.outlets.reference,
    referenceArticles: articles.reference,
    voice: setting.words.contrasts.voices[voice],
  });
}

function leftOut({ setting, held }: Contrasting): readonly string[] {
  const say = setting.words.contrasts.differs;
  const { elsewhere, outsideWindow, copies } = held.articles;
  return [
    ...(elsewhere > 0 ? [say.elsewhere(elsewhere)] : []),
    ...(outsideWindow > 0 ? [say.outside(outsideWindow)] : []),
    ...(copies > 0 ? [say.copies(copies)] : []),
  ];
}

function claimView(contrasting: Contrasting, blocks: readonly Block[], claim: Claim): ClaimView {
  const contrast = contrasting.held.contrasts.find(({ id }) => id === claim.contrast);
  if (contrast === undefined) throw new Error(`A claim is made from a contrast that is not there: ${claim.contrast}`);
  const { setting } = contrasting;
  const { words } = setting;
  const block = blocks.find(({ shown }) => shown.includes(contrast));
  return {
    ...sentence(setting, findingOf(setting, claimText(words, claim, contrast), claim, contrast)),
    contrast: contrast.id,
    facts: facts(contrasting, contrast),
    see:
      block === undefined
        ? null
        : plain(words.contrasts.differs.see(titleOf(contrasting, block)), `#table-${block.id}`),
  };
}

/** What a claim states: the shares of both sides, how far they are apart, and how chance was judged. */
function findingOf(
  { words }: Setting,
  text: string,
  { passages }: Claim,
  { treated, reference, difference, bca, logOdds, permutation, q, outlets }: Contrast,
): Omit<Finding, 'kind' | 'told'> {
  const { statistics, permutation: test } = words.ledger;
  return {
    text,
    statistic: statistics.contrast,
    values: {
      [VALUES.treated]: treated.value,
      [VALUES.treatedLow]: treated.interval?.[0] ?? null,
      [VALUES.treatedHigh]: treated.interval?.[1] ?? null,
      [VALUES.reference]: reference.value,
      [VALUES.referenceLow]: reference.interval?.[0] ?? null,
      [VALUES.referenceHigh]: reference.interval?.[1] ?? null,
      [VALUES.difference]: difference,
      [VALUES.low]: bca?.[0] ?? null,
      [VALUES.high]: bca?.[1] ?? null,
      [VALUES.logOdds]: logOdds,
    },
    test: permutation === null ? null : { name: test, p: permutation.p, q, floor: permutation.floor },
    places: { kind: 'passages', mentions: passages },
    size: {
      articles: treated.articles + reference.articles,
      outlets: outlets.filter(({ articles }) => articles > 0).length,
    },
  };
}

/** What the sentence does not say itself: effect sizes first, chance last. */
function facts(contrasting: Contrasting, contrast: Contrast): readonly string[] {
  const { setting } = contrasting;
  const say = setting.words.contrasts.differs.facts;
  const { difference, bca, logOdds, logOddsInterval, q } = contrast;
  const lines: (string | null)[] = [
    difference === null ? null : differenceFact(contrasting, difference, bca),
    logOdds === null || logOddsInterval === null
      ? null
      : say.logOdds(
          measure(setting, logOdds),
          setting.words.contrasts.between(measure(setting, logOddsInterval[0]), measure(setting, logOddsInterval[1])),
        ),
    q === null ? null : say.q(equals(setting, q)),
  ];
  return lines.filter((line) => line !== null);
}

function differenceFact(contrasting: Contrasting, difference: number, bca: Contrast['bca']): string {
  const say = contrasting.setting.words.contrasts.differs.facts;
  const told = differenceText(contrasting, difference);
  return bca === null ? say.differenceOnly(told) : say.difference(told, pointsInterval(contrasting.setting, bca));
}

function untold({ setting, held }: Contrasting): readonly string[] {
  const say = setting.words.contrasts.differs;
  const count = (verdict: Contrast['verdict']): number =>
    held.contrasts.filter((contrast) => contrast.verdict === verdict).length;
  const [even, little] = [count('not told apart'), count('too little')];
  return [
    ...(even > 0 ? [say.untold(even)] : []),
    ...(little > 0 ? [say.tooLittle(little, setting.result.study.minimum.articles)] : []),
  ];
}
