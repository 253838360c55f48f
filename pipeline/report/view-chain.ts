import type { Entity, VoiceLink } from '../model.ts';
import type { ChainChart, ChainNode } from './chart-types.ts';
import { statementPlaces } from './places.ts';
import { LIMITS, type Setting } from './setting.ts';
import { figure, type FigureView, toneMark } from './view-parts.ts';

/** The chain of voice as a figure of its `most` widest links: outlets and relays on the left, the ones whose words they pass on on the right. */
export function chainFigure(setting: Setting, most: number = LIMITS.chainLinks): FigureView {
  const { words, result, groups } = setting;
  const { chain } = result.comparison;
  const links = [...chain].sort((a, b) => b.statements.length - a.statements.length).slice(0, most);
  const note = words.voices.chainNote(chain.length, setting.entries.length);
  const cut = words.voices.chainCut(links.length, chain.length);
  return figure(
    setting,
    {
      id: 'chain',
      data: 'chain.csv',
      title: title(setting, links),
      note: links.length < chain.length ? `${note} ${cut}` : note,
      legend: groups.map((group) => ({ mark: toneMark(setting.tone(group)), label: setting.groupLabel(group) })),
      places: statementPlaces(links),
      size: null,
    },
    (described) => ({ ...described, ...chart(setting, links) }),
  );
}

function title(setting: Setting, links: readonly VoiceLink[]): string {
  const { words } = setting;
  const widest = links[0]!;
  const size = widest.statements.length;
  const tied = links.filter(({ statements }) => statements.length === size).length;
  if (tied > 1) return words.voices.chainTied(size, tied);
  return words.voices.chainTitle(fromName(setting, widest.from), toName(setting, widest.to), size);
}

function chart(setting: Setting, links: readonly VoiceLink[]): Omit<ChainChart, 'id' | 'title'> {
  const { words } = setting;
  const left = side(links, ({ from }) => from);
  const right = side(links, ({ to }) => to);
  const told = links.map((link) =>
    words.voices.chainLink(fromName(setting, link.from), toName(setting, link.to), link.statements.length),
  );
  const byGroup = [...left].sort((a, b) => rank(setting, a) - rank(setting, b) || b.weight - a.weight);
  const byWeight = [...right].sort((a, b) => b.weight - a.weight);
  return {
    kind: 'chain',
    description: words.voices.chainDescription(told),
    left: byGroup.map((one) => fromNode(setting, one)),
    right: byWeight.map((one) => toNode(setting, one)),
    links: links.map((link) => ({
      from: byGroup.findIndex(({ entity }) => entity?.id === link.from?.id),
      to: byWeight.findIndex(({ entity }) => entity?.id === link.to?.id),
      weight: link.statements.length,
      tone: setting.tone(link.group),
    })),
  };
}

interface Node {
  readonly entity: Entity | null;
  readonly group: string | null;
  readonly weight: number;
}

/** The entities on one side of the links, each once. */
function side(links: readonly VoiceLink[], end: (link: VoiceLink) => Entity | null): readonly Node[] {
  const nodes = new Map<string | null, Node>();
  for (const link of links) {
    const entity = end(link);
    const key = entity?.id ?? null;
    const weight = (nodes.get(key)?.weight ?? 0) + link.statements.length;
    nodes.set(key, { entity, group: nodes.get(key)?.group ?? link.group, weight });
  }
  return [...nodes.values()];
}

/** An outlet's group by the study; else that of the words it passes on; a publisher without a name has none. */
function groupOf(setting: Setting, { entity, group }: Node): string | null {
  return entity === null ? null : (setting.groupOf(entity.id) ?? group);
}

function rank(setting: Setting, node: Node): number {
  const group = groupOf(setting, node);
  return group === null ? setting.groups.length : setting.groups.indexOf(group);
}

function fromNode(setting: Setting, node: Node): ChainNode {
  const group = groupOf(setting, node);
  return {
    label: fromName(setting, node.entity),
    detail: setting.words.voices.nodeDetail(setting.groupLabel(group), node.weight),
    tone: setting.tone(group),
  };
}

function toNode(setting: Setting, { entity, weight }: Node): ChainNode {
  const { words } = setting;
  return {
    label: toName(setting, entity),
    detail: words.voices.nodeDetail(words.types[entity?.type ?? 'unknown'], weight),
    tone: entity === null ? 'none' : setting.tone(setting.groupOf(entity.id)),
  };
}

function fromName({ words }: Setting, entity: Entity | null): string {
  return entity?.name ?? words.noPublisher;
}

function toName({ noSpeaker }: Setting, entity: Entity | null): string {
  return entity?.name ?? noSpeaker;
}
