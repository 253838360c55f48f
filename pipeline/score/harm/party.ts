import type { HarmParty } from '../../model.ts';
import { plainEntity } from '../../text/entity.ts';
import type { Run } from '../../text/runs.ts';
import { isFree, type Name } from '../grammar.ts';
import { headOf } from './phrases.ts';
import type { Scene } from './scene.ts';

/**
 * A noun phrase as a party. Its entity is the name that its head belongs to, else whom it belongs to: the last name before
 * the head in it. A name glued into another word ("pro-Uplander") names nobody.
 */
export function partyOf(scene: Scene, [first, end]: Run): HarmParty {
  const { starts, ends } = scene.tokens;
  const name = nameIn(scene, [first, end]);
  return { span: [starts[first]!, ends[end - 1]!], entity: name === null ? null : plainEntity(name.value.entity) };
}

function nameIn(scene: Scene, run: Run): Name | null {
  const head = headOf(scene, run);
  const own = freeName(scene, run[1] - 1) ?? freeName(scene, head);
  if (own !== null) return single(scene, run, own);
  const names = Array.from({ length: head - run[0] }, (_, i) => freeName(scene, head - 1 - i));
  return single(scene, run, names.find((name) => name !== null) ?? null);
}

/** "Upland and Lowland" are two, and no entity. */
function single({ tokens: { norms } }: Scene, [first]: Run, name: Name | null): Name | null {
  return name !== null && name.first > first && norms[name.first - 1] === 'and' ? null : name;
}

function freeName({ tokens, nameAt }: Scene, i: number): Name | null {
  const name = nameAt(i);
  return name !== null && isFree(tokens, name) ? name : null;
}
