import type {
  Codebooks,
  Entity,
  FrameReading,
  Passage,
  Reporting,
  RoleReading,
  ScoredArticle,
  Span,
  Stance,
  Statement,
  Study,
} from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import { surfaceMatcher, type Match } from '../text/phrases.ts';
import { frameFinder, type FrameUse } from './frame-finder.ts';
import { byCodeUnit } from './order.ts';
import { passagesOf } from './passages.ts';
import { comparedTokens, wordsOfPassages, type ComparedTokens } from './tokens.ts';

/**
 * What an article contributes to a comparison, and all that it contributes: plain data of some kilobytes, which a structured
 * clone carries from a worker or a file as it is. It rests on the article, the study and the codebooks alone, never on other articles.
 */
export interface Contribution {
  readonly id: string;
  readonly publisher: Entity | null;
  /** ISO date. */
  readonly date: string | null;
  readonly text: string;
  readonly tokens: ComparedTokens;
  /** A partition of the text, in its order. */
  readonly passages: readonly Passage[];
  /** Words of each passage. */
  readonly words: Uint32Array;
  readonly statements: readonly Said[];
  /** Calls of the outlet's own voice. */
  readonly ownStances: readonly Called[];
  readonly frames: readonly Pick<FrameReading, 'frame' | 'present' | 'words'>[];
  readonly roles: readonly Pick<RoleReading, 'entity' | 'role' | 'mentions'>[];
  /** Acts of harm that are asserted, in the order of the text. */
  readonly harms: readonly Act[];
  /** Uses of names, a list for each choice set of the codebooks. */
  readonly named: readonly (readonly Match<string>[])[];
  /** Uses of terms, a list for each frame of the codebooks. */
  readonly framed: readonly (readonly FrameUse[])[];
}

/** A statement as far as it is compared. */
export interface Said extends Pick<Statement, 'id' | 'speaker' | 'relay' | 'origin' | 'cue' | 'content'> {
  readonly reporting: Reporting;
  readonly stances: readonly Called[];
}

/** A call, with the words that decided it. */
export type Called = Pick<Stance, 'target' | 'call' | 'evidence'>;

/** An act of harm at the token where its words begin, with whom of the registry it names. */
export interface Act {
  readonly token: number;
  readonly span: Span;
  readonly form: ScoredArticle['harms'][number]['form'];
  /** Whether the words say who acts, named in the registry or not. */
  readonly agentGiven: boolean;
  readonly agent: Entity | null;
  readonly patient: Entity | null;
}

/** Builds what tells of an article what it contributes to the comparison of a study. */
export function contributor(
  { groups }: Pick<Study, 'groups'>,
  { naming, frames }: Codebooks,
): (article: ScoredArticle) => Contribution {
  const sets = naming.map(({ names }) =>
    surfaceMatcher(names.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ pattern, value: name })))),
  );
  const finders = frames.map(frameFinder);
  return (article) => {
    const { id, publisher, date, text, tokens } = article;
    const passages = passagesOf(article, groups);
    return {
      id,
      publisher: publisher === null ? null : plainEntity(publisher),
      date,
      text,
      tokens: comparedTokens(tokens, passages),
      passages,
      words: wordsOfPassages(tokens, passages),
      statements: saidIn(article),
      ownStances: article.ownStances.map(called),
      frames: article.frames.map(({ frame, present, words }) => ({ frame, present, words })),
      roles: article.roles.map(({ entity, role, mentions }) => ({ entity, role, mentions })),
      harms: actsIn(article),
      named: sets.map((find) => find(text, tokens)),
      framed: finders.map((find) => find(text, tokens)),
    };
  };
}

function called({ target, call, evidence }: Stance): Called {
  return { target, call, evidence };
}

function saidIn({ statements, readings }: ScoredArticle): readonly Said[] {
  return statements.map(({ id, speaker, relay, origin, cue, content }, i) => {
    const { reporting, stances } = readings[i]!;
    return { id, speaker, relay, origin, cue, content, reporting, stances: stances.map(called) };
  });
}

function actsIn({ harms, tokens: { starts } }: ScoredArticle): readonly Act[] {
  let token = 0;
  return harms.flatMap(({ span, form, agent, patient, reality }) => {
    while (starts[token]! < span[0]) token++;
    if (reality !== 'asserted') return [];
    const parties = { agent: agent?.entity ?? null, patient: patient?.entity ?? null };
    return [{ token, span, form, agentGiven: agent !== null, ...parties }];
  });
}

/**
 * The contributions of several shards as those of one, by id: whatever the shards and their order, the same list, and so the
 * same whole numbers and the same comparison as from one pass. Throws where an article is in two shards, for it would count twice.
 */
export function merge(...shards: readonly (readonly Contribution[])[]): readonly Contribution[] {
  const all = shards.flat().sort((a, b) => byCodeUnit(a.id, b.id));
  const twice = all.find(({ id }, i) => id === all[i + 1]?.id);
  if (twice !== undefined) throw new Error(`The article “${twice.id}” is in two shards.`);
  return all;
}
