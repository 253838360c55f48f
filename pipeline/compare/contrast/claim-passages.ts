import type { Codebooks, ComparisonPlan, Contrast, Family, Mention, Span } from '../../model.ts';
import { drawn } from '../../text/drawn.ts';
import { surfaceMatcher, type Match } from '../../text/phrases.ts';
import type { Called, Said } from '../contribution.ts';
import { mentionOf } from '../counts.ts';
import type { Ground } from './naming-measures.ts';
import { templatedAt } from './repeats.ts';
import { campOf } from './source-measures.ts';
import { speaks, type Unit } from './units.ts';
import { original } from './uses.ts';

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
    const unit = units.findIndex(({ article }) => article.id === id);
    const spans = FINDERS[contrast.family](contrast, asked(unit, sought));
    return drawn(spans, 1, sought.seed, ([start]) => keyOf(start)).map((span) => mentionOf(units[unit]!.article, span));
  });
}

/** One unit that is asked, with what counts in it. */
interface Asked extends Sought {
  readonly unit: Unit;
  readonly isOriginal: (token: number) => boolean;
  readonly isVoiced: (token: number) => boolean;
  /** What is said outside templates. */
  readonly said: readonly Said[];
}

function asked(unit: number, sought: Sought): Asked {
  const { units, repeats, voice } = sought.ground;
  const isOriginal = original(repeats);
  const isTemplated = templatedAt(units, repeats);
  return {
    ...sought,
    unit: units[unit]!,
    isOriginal: (token) => isOriginal(unit, token),
    isVoiced: (token) => speaks(units[unit]!, token, voice),
    said: units[unit]!.article.statements.filter(
      ({ cue, content }) => ![...cue, ...content].slice(0, 1).some((place) => isTemplated(unit, place)),
    ),
  };
}

type Finder = (contrast: Contrast, of: Asked) => readonly Span[];

/** How to find in one unit what the contrasts of a family count. */
const FINDERS: Readonly<Record<Family, Finder>> = {
  naming: (contrast, of) => namesIn(contrast, of, ({ first }) => of.isVoiced(first)),
  quoting: (contrast, of) => namesIn(contrast, of, ({ first }) => of.unit.article.tokens.quoteDepth[first]! > 0),
  words: ({ id, topic }, { words, unit: { article }, isOriginal, isVoiced }) => {
    const patterns = words.filter(({ name }) => name === topic).flatMap((word) => word.patterns);
    return surfaceMatcher(patterns.map((pattern) => ({ pattern, value: pattern })))(article.text, article.tokens)
      .filter(({ first }) => isOriginal(first) && (id.endsWith('/all') || isVoiced(first)))
      .map(({ span }) => span);
  },
  sources: ({ topic, label }, { said }) =>
    said
      .filter(({ speaker }) => (topic === 'camp' ? campOf(speaker) : (speaker?.type ?? 'unknown')) === label)
      .flatMap(({ content }) => content.slice(0, 1)),
  reporting: ({ topic, label }, { said }) =>
    said
      .filter(({ speaker, reporting }) => campOf(speaker) === topic && reporting === label)
      .flatMap(({ cue, content }) => [...cue, ...content].slice(0, 1)),
  stance: stancesIn,
  frames: ({ topic }, { unit }) => unit.article.frames.flatMap(({ frame, words }) => (frame === topic ? words : [])),
  terms: ({ id }, { unit, codebooks }) => {
    const place = codebooks.frames.findIndex(
      (frame) => id === `terms/${frame.id}` || id === `terms/${frame.id}/weight`,
    );
    return unit.article.framed[place]!.map(({ span }) => span);
  },
  roles: ({ id, label }, { unit }) =>
    unit.article.roles.flatMap(({ entity, role, mentions }) =>
      id === `roles/${entity.id}/${label}` && (role ?? 'no call') === label ? mentions : [],
    ),
  agency: actsIn,
};

function namesIn(
  { id, family, label }: Contrast,
  { codebooks, unit, isOriginal }: Asked,
  counts: (match: Match<string>) => boolean,
): readonly Span[] {
  const place = codebooks.naming.findIndex((set) => id === `${family}/${set.id}/${label}`);
  return unit.article.named[place]!.filter(
    (match) => match.value === label && isOriginal(match.first) && counts(match),
  ).map(({ span }) => span);
}

/** Ids are `stance/<target>/<call>`, `stance/<speaker>→<target>/<call>` or `stance/own-voice→<target>/<call>`. */
function stancesIn({ id, label }: Contrast, { unit: { article }, said: original }: Asked): readonly Span[] {
  const isIt = ({ target, call }: Called, ...holders: readonly string[]): boolean =>
    call === label && holders.some((holder) => id === `stance/${holder}${target.id}/${label}`);
  const said = original.flatMap(({ speaker, content, stances }) =>
    stances.flatMap((stance) =>
      speaker !== null && isIt(stance, '', `${speaker.id}→`) ? [...stance.evidence, ...content].slice(0, 1) : [],
    ),
  );
  const own = article.ownStances.flatMap((stance) => (isIt(stance, 'own-voice→') ? stance.evidence.slice(0, 1) : []));
  return [...said, ...own];
}

function actsIn({ id, label }: Contrast, { unit, isOriginal, isVoiced }: Asked): readonly Span[] {
  return unit.article.harms
    .filter(({ token }) => isOriginal(token) && isVoiced(token))
    .filter(({ form, agentGiven, agent }) => {
      if (id.startsWith('agency/form/')) return form === label;
      return id === 'agency/agent/named' ? agentGiven : id === `agency/${agent?.id ?? ''}/agent`;
    })
    .map(({ span }) => span);
}
