import type { Entity, Group, VoiceLink } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Contribution } from './contribution.ts';
import { grouped } from './grouped.ts';
import { byEntity, byGroup } from './order.ts';

/**
 * Through whom words reach the reader: each statement is a path publisher → relays → speaker, and each step of it a link.
 * Equal links are one, with all their statements; its group is the one that the statements reach the reader through, so
 * that a step stands once for each group. A voice that passes itself on is no step. Order: group, then number of
 * statements (most first), then names.
 */
export function chain(articles: readonly Contribution[], groups: readonly Group[]): readonly VoiceLink[] {
  const links = grouped(articles.flatMap(stepsIn), ({ from, to, group }) =>
    JSON.stringify([group, from?.id ?? null, to?.id ?? null]),
  );
  const inOrder = byGroup(groups);
  return [...links.values()]
    .map((steps): VoiceLink => ({ ...pathOf(steps[0]!), statements: steps.map(({ statement }) => statement) }))
    .sort(
      (a, b) =>
        inOrder(a.group, b.group) ||
        b.statements.length - a.statements.length ||
        byEntity(a.from, b.from) ||
        byEntity(a.to, b.to),
    );
}

interface Step {
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly group: string | null;
  readonly statement: string;
}

function stepsIn({ publisher, statements }: Contribution): readonly Step[] {
  return statements.flatMap(({ id, relay, speaker, origin }) => {
    const path = [publisher, ...relay, speaker].map((entity) => (entity === null ? null : plainEntity(entity)));
    return path.slice(1).flatMap((to, i): readonly Step[] => {
      const from = path[i] ?? null;
      const same = from !== null && from.id === to?.id;
      return same ? [] : [{ from, to, group: origin, statement: id }];
    });
  });
}

function pathOf({ from, to, group }: Step): Omit<VoiceLink, 'statements'> {
  return { from, to, group };
}
