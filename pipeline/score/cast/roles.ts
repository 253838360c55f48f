import type { Entity, RoleReading, Span, Tokens } from '../../model.ts';
import { plainEntity } from '../../text/entity.ts';
import { rowOf, type Table } from '../../text/table.ts';
import type { Tally } from '../../text/tally.ts';
import type { Name } from '../grammar.ts';
import { portraitOf, properRuns, type Portrait } from './context.ts';
import { ROLES, type RoleHead, type RoleWeights } from './weights.ts';

/**
 * As what an article shows the actors that it names: hero, villain, victim or none of these. One linear model tells from how much the
 * article is about an actor whether it plays a part, another which, from the words around its mentions and from their
 * vectors, folded into a weight a word; see `models/roles/README.md` for what the probabilities are worth. The names
 * themselves tell nothing. Topics and news outlets play no part. In the order of the first mention.
 */
export function roles(tokens: Tokens, names: readonly Name[], weights: RoleWeights): readonly RoleReading[] {
  const cast = castOf(names);
  const total = properRuns(tokens).length;
  return cast.map(({ entity, mentions }) => {
    const portrait = portraitOf(
      tokens,
      mentions.map(({ first, end }) => [first, end]),
      total,
    );
    const spans: readonly Span[] = mentions.map(({ span }) => span);
    return { entity: plainEntity(entity), ...judged(portrait, weights), mentions: spans };
  });
}

interface Member {
  readonly entity: Entity;
  readonly mentions: Name[];
}

function castOf(names: readonly Name[]): readonly Member[] {
  const cast = new Map<string, Member>();
  for (const name of names) {
    const { entity, naming } = name.value;
    if (naming === 'topic' || ('medium' in entity && entity.medium !== 'official')) continue;
    const known = cast.get(entity.id);
    if (known === undefined) cast.set(entity.id, { entity, mentions: [name] });
    else known.mentions.push(name);
  }
  return [...cast.values()];
}

/** Probabilities of the parts and of none, and the call. */
export function judged(portrait: Portrait, weights: RoleWeights): Pick<RoleReading, 'p' | 'role'> {
  const any = anyProbability(portrait, weights.head);
  const shares = roleShares(portrait, weights);
  const [hero, villain, victim] = shares.map((share) => share * any) as [number, number, number];
  return { p: { hero, villain, victim, none: 1 - any }, role: callOf(any, shares, weights.head) };
}

function callOf(any: number, shares: readonly number[], { leastAny, leastShare }: RoleHead): RoleReading['role'] {
  if (any < leastAny) return 'none';
  const most = Math.max(...shares);
  return most < leastShare ? null : ROLES[shares.indexOf(most)]!;
}

function anyProbability({ measures }: Portrait, { any }: RoleHead): number {
  const score = measures.reduce((sum, measure, i) => sum + measure * any.weights[i]!, any.bias);
  return 1 / (1 + Math.exp(-score));
}

/** Probabilities of the three parts, given that the actor plays one. */
function roleShares(
  { features, words }: Portrait,
  { features: table, meanings, head }: RoleWeights,
): readonly number[] {
  const scores = Float64Array.from(head.bias);
  addRows(scores, table, features, head.steps.features);
  addRows(scores, meanings, words, head.steps.meanings / massOf(meanings, words));
  const most = Math.max(...scores);
  const parts = [...scores].map((score) => Math.exp((score - most) / head.temperature));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

function addRows(scores: Float64Array, table: Table, { keys, sums, size }: Tally, unit: number): void {
  for (let n = 0; n < size; n++) {
    const row = rowOf(table, keys[n]!);
    if (row === 0) continue;
    for (let k = 0; k < ROLES.length; k++) scores[k]! += table.values[row + k]! * sums[n]! * unit;
  }
}

/** How much the words count that a table knows; 1 where it knows none. */
function massOf(table: Table, { keys, sums, size }: Tally): number {
  let mass = 0;
  for (let n = 0; n < size; n++) if (rowOf(table, keys[n]!) !== 0) mass += sums[n]!;
  return mass || 1;
}
