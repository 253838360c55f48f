import type {
  Codebooks,
  ComparisonPlan,
  Contrast,
  Family,
  Mention,
  Name,
  ScoredArticle,
  Span,
  Stance,
} from '../../model.ts';
import { drawn } from '../../text/drawn.ts';
import { surfaceMatcher } from '../../text/phrases.ts';
import { mentionOf } from '../counts.ts';
import { frameFinder } from '../frames.ts';
import type { Ground } from './naming-measures.ts';
import { campOf } from './source-measures.ts';
import { speaks } from './units.ts';

/** What the words of a claim are looked up in. */
export interface Sought {
  readonly ground: Ground;
  readonly codebooks: Codebooks;
  readonly words: ComparisonPlan['words'];
  readonly seed: number;
}

/** Places that are shown of a claim, each in another article. */
const SHOWN = 3;

/**
 * Up to three places of what a contrast counts: articles drawn by hash of the study's seed, and in each a place drawn
 * likewise. Where an article is judged as a whole, its places are the words that weighed most.
 */
export function passagesOf(contrast: Contrast, sought: Sought): readonly Mention[] {
  const { units } = sought.ground;
  const keyOf = (place: string | number): string => `${contrast.id} ${place}`;
  return drawn(contrast.articles, SHOWN, sought.seed, keyOf).flatMap((id) => {
    const unit = units.findIndex(({ voiced }) => voiced.article.id === id);
    const spans = FINDERS[contrast.family](contrast, unit, sought);
    return drawn(spans, 1, sought.seed, ([start]) => keyOf(start)).map((span) => mentionOf(units[unit]!.voiced, span));
  });
}

type Finder = (contrast: Contrast, unit: number, sought: Sought) => readonly Span[];

/** How to find in one unit what the contrasts of a family count. */
const FINDERS: Readonly<Record<Family, Finder>> = {
  naming: (contrast, unit, sought) =>
    usesIn(namesOf(contrast, sought), unit, sought, inVoice(unit, sought))
      .filter(({ name }) => name === contrast.label)
      .map(({ span }) => span),
  quoting: (contrast, unit, sought) =>
    usesIn(namesOf(contrast, sought), unit, sought, isQuoted(unit, sought))
      .filter(({ name }) => name === contrast.label)
      .map(({ span }) => span),
  words: ({ id, topic }, unit, sought) =>
    usesIn(
      sought.words.filter(({ name }) => name === topic),
      unit,
      sought,
      id.endsWith('/all') ? () => true : inVoice(unit, sought),
    ).map(({ span }) => span),
  sources: ({ topic, label }, unit, { ground }) =>
    articleOf(unit, ground)
      .statements.filter(({ speaker }) => (topic === 'camp' ? campOf(speaker) : (speaker?.type ?? 'unknown')) === label)
      .flatMap(({ content }) => content.slice(0, 1)),
  reporting: ({ topic, label }, unit, { ground }) => {
    const { statements, readings } = articleOf(unit, ground);
    return statements
      .filter(({ speaker }, i) => campOf(speaker) === topic && readings[i]!.reporting === label)
      .flatMap(({ cue, content }) => [...cue, ...content].slice(0, 1));
  },
  stance: stancePlaces,
  frames: ({ topic }, unit, { ground }) =>
    articleOf(unit, ground).frames.flatMap(({ frame, words }) => (frame === topic ? words : [])),
  terms: ({ id }, unit, { ground, codebooks }) => {
    const { text, tokens } = articleOf(unit, ground);
    const frame = codebooks.frames.find((one) => id === `terms/${one.id}` || id === `terms/${one.id}/weight`)!;
    return frameFinder(frame)(text, tokens).map(({ span }) => span);
  },
  roles: ({ id, label }, unit, { ground }) =>
    articleOf(unit, ground).roles.flatMap(({ entity, role, mentions }) =>
      id === `roles/${entity.id}/${label}` && (role ?? 'no call') === label ? mentions : [],
    ),
  agency: harmPlaces,
};

function articleOf(unit: number, { units }: Ground): ScoredArticle {
  return units[unit]!.voiced.article;
}

/** Whether what begins at a token counts. */
type Counts = (token: number) => boolean;

function inVoice(unit: number, { ground: { units, voice } }: Sought): Counts {
  return (token) => speaks(units[unit]!.voices, token, voice);
}

function isQuoted(unit: number, { ground }: Sought): Counts {
  return (token) => articleOf(unit, ground).tokens.quoteDepth[token]! > 0;
}

function namesOf({ id, family, label }: Contrast, { codebooks }: Sought): readonly Name[] {
  return codebooks.naming.find((set) => id === `${family}/${set.id}/${label}`)!.names;
}

/** Uses of names that stand in no template. */
function usesIn(
  names: readonly Name[],
  unit: number,
  { ground }: Sought,
  counts: Counts,
): readonly { readonly name: string; readonly span: Span }[] {
  const { text, tokens } = articleOf(unit, ground);
  const find = surfaceMatcher(
    names.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ pattern, value: name }))),
  );
  const templated = ground.repeats.templated[unit]!;
  return find(text, tokens)
    .filter(({ first }) => templated[first] === 0 && counts(first))
    .map(({ value, span }) => ({ name: value, span }));
}

/** Ids are `stance/<target>/<call>`, `stance/<speaker>→<target>/<call>` or `stance/own-voice→<target>/<call>`. */
function stancePlaces({ id, label }: Contrast, unit: number, { ground }: Sought): readonly Span[] {
  const { statements, readings, ownStances } = articleOf(unit, ground);
  const isIt = ({ target, call }: Stance, ...keys: readonly string[]): boolean =>
    call === label && keys.some((key) => id === `stance/${key}${target.id}/${label}`);
  const said = statements.flatMap(({ speaker, content }, i) =>
    readings[i]!.stances.flatMap((stance) =>
      speaker !== null && isIt(stance, '', `${speaker.id}→`) ? [...stance.evidence, ...content].slice(0, 1) : [],
    ),
  );
  const own = ownStances.flatMap((stance) => (isIt(stance, 'own-voice→') ? stance.evidence.slice(0, 1) : []));
  return [...said, ...own];
}

function harmPlaces({ id, label }: Contrast, unit: number, sought: Sought): readonly Span[] {
  const { harms, tokens } = articleOf(unit, sought.ground);
  const counts = inVoice(unit, sought);
  const asserted = harms.filter(
    ({ reality, span }) => reality === 'asserted' && counts(tokens.starts.indexOf(span[0])),
  );
  if (id === 'agency/agent/named') return asserted.filter(({ agent }) => agent !== null).map(({ span }) => span);
  if (id.startsWith('agency/form/')) return asserted.filter(({ form }) => form === label).map(({ span }) => span);
  return asserted.filter(({ agent }) => id === `agency/${agent?.entity?.id ?? ''}/agent`).map(({ span }) => span);
}
