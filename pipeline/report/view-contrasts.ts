import type { Contrast } from '../model.ts';
import { rounded } from './numbers.ts';
import {
  basis,
  type Block,
  blocksOf,
  chance,
  type Contrasting,
  fullNameOf,
  isTold,
  measure,
  nameOf,
  pointsInterval,
  pointsText,
  shareText,
  titleOf,
} from './contrasting.ts';
import { contrastFigure, outletFigures } from './view-contrast-figures.ts';
import {
  type Cell,
  figures,
  type FigureView,
  numberColumn,
  plain,
  table,
  type TableView,
  textColumn,
} from './view-parts.ts';
import { slopesFigure } from './view-slopes.ts';
import { reliability } from './view-reliability.ts';

/** One family of contrasts, or one choice set of it. What is `null` has no data. */
export interface BlockView {
  /** Whether something in it is told apart or was asked for by the study; what is not is left out of the print of a large report. */
  readonly weight: 'told' | 'untold';
  readonly title: string;
  readonly note: string;
  readonly texts: readonly string[];
  readonly figure: FigureView | null;
  readonly table: TableView | null;
  /** What belongs to the family besides: how far apart actors are cast, how reliable the readings are. */
  readonly extra: readonly TableView[];
  readonly rest: string | null;
}

/** Every contrast that the report shows, and the main ones outlet by outlet. */
export interface ContrastsView {
  readonly intro: string;
  readonly readingTitle: string;
  readonly reading: readonly { readonly term: string; readonly text: string }[];
  readonly outlets: readonly FigureView[];
  readonly blocks: readonly BlockView[];
}

/** `null` where no contrast can be shown. */
export function contrasts(contrasting: Contrasting): ContrastsView | null {
  const blocks = blocksOf(contrasting).filter(({ shown }) => shown.length > 0);
  if (blocks.length === 0) return null;
  const { setting, sides } = contrasting;
  return {
    intro: setting.words.contrasts.blocks.intro(sides.treated, sides.reference),
    readingTitle: setting.words.contrasts.blocks.readingTitle,
    reading: setting.words.contrasts.blocks.reading,
    outlets: outletFigures(contrasting),
    blocks: blocks.map((block) => blockView(contrasting, block)),
  };
}

function blockView(contrasting: Contrasting, block: Block): BlockView {
  const { words } = contrasting.setting;
  const say = words.contrasts;
  const drawn = isDrawn(contrasting, block);
  return {
    weight: isTelling(contrasting, block) ? 'told' : 'untold',
    title: titleOf(contrasting, block),
    note: say.familyNotes[block.family],
    texts: [...(block.family === 'sources' ? profile(contrasting) : []), ...(drawn ? [] : [say.blocks.undrawn])],
    figure: drawn ? drawnFigure(contrasting, block) : null,
    table: contrastTable(contrasting, block),
    extra: [castings(contrasting, block), reliability(contrasting, block.family)].filter((one) => one !== null),
    rest: block.rest === 0 ? null : say.blocks.rest(block.rest),
  };
}

/** Sources are shares of one whole, so their figure joins both sides; their outlets are in the data file. */
function drawnFigure(contrasting: Contrasting, block: Block): FigureView | null {
  return block.family === 'sources' ? slopesFigure(contrasting) : contrastFigure(contrasting, block);
}

/** What is told apart, what the study asked for, how things are named, and who is given voice; the rest would be pages of what is not told. */
function isDrawn(contrasting: Contrasting, block: Block): boolean {
  return block.family === 'naming' || block.family === 'sources' || isTelling(contrasting, block);
}

function isTelling({ main }: Contrasting, { shown }: Block): boolean {
  return shown.some((one) => isTold(one) || main.includes(one));
}

/** How concentrated the voices of each group are, and how far the groups lie apart. */
function profile({ setting, held, sides }: Contrasting): readonly string[] {
  const say = setting.words.contrasts;
  const { concentration, divergence, interval } = held.sources;
  const between = (bounds: Contrast['bca']): string | null =>
    bounds === null ? null : say.between(measure(setting, bounds[0]), measure(setting, bounds[1]));
  const parts = concentration.flatMap(({ group, value, interval: bounds }) => {
    if (value === null) return [];
    const side = group === held.groups[0].id ? sides.treated : sides.reference;
    return [say.sources.concentrationOf(side, measure(setting, value), between(bounds))];
  });
  return [
    ...(parts.length === 0 ? [] : [say.sources.concentration(parts)]),
    ...(divergence === null ? [] : [say.sources.divergence(measure(setting, divergence), between(interval))]),
  ];
}

function contrastTable(contrasting: Contrasting, block: Block): TableView {
  const { setting, sides } = contrasting;
  const say = setting.words.contrasts;
  const { columns, spans } = say.blocks;
  const both = [numberColumn(sides.treated), numberColumn(sides.reference)];
  return table(setting, {
    id: block.id,
    data: 'contrasts.csv',
    title: say.blocks.title(titleOf(contrasting, block)),
    note: [say.blocks.tableNote(sides.treated), basis(contrasting)].join(' '),
    first: textColumn(columns.what),
    spans: [
      { label: spans.share, columns: 2 },
      { label: spans.effect, columns: 3 },
      { label: spans.kept, columns: 2 },
      { label: spans.result, columns: 2 },
      { label: spans.chance, columns: 4 },
    ],
    columns: [
      ...both,
      numberColumn(columns.difference),
      textColumn(columns.interval),
      numberColumn(columns.logOdds),
      ...both,
      textColumn(columns.verdict),
      numberColumn(columns.rank),
      numberColumn(columns.p),
      numberColumn(columns.floor),
      numberColumn(columns.sidesQ),
      numberColumn(columns.q),
    ],
    rows: block.shown.map((contrast) => contrastRow(contrasting, block, contrast)),
  });
}

function contrastRow(contrasting: Contrasting, block: Block, contrast: Contrast): TableView['rows'][number] {
  const { setting } = contrasting;
  const { words } = setting;
  const say = words.contrasts.blocks;
  const { treated, reference, before, placebo, permutation } = contrast;
  const name = block.topic === null ? nameOf(contrasting, contrast) : contrast.label;
  const href = setting.cite(say.evidence(fullNameOf(contrasting, contrast)), {
    kind: 'articles',
    ids: contrast.articles,
  });
  const share = (value: number | null): Cell => figures(shareText(setting, value), leads(value, href));
  return {
    head: plain(name, href),
    cells: [
      share(treated.value),
      share(reference.value),
      figures(pointsText(setting, contrast.difference), leads(contrast.difference, href), contrast.difference),
      plain(pointsInterval(setting, contrast.bca), null, contrast.bca?.[0] ?? null),
      figures(measure(setting, contrast.logOdds), leads(contrast.logOdds, href)),
      share(before.treated),
      share(before.reference),
      plain(words.contrasts.verdicts[contrast.verdict]),
      figures(placebo === null ? words.noValue : say.rankOf(placebo.rank, placebo.of)),
      figures(chance(setting, permutation?.p ?? null)),
      figures(chance(setting, permutation?.floor ?? null)),
      figures(chance(setting, permutation?.q ?? null)),
      figures(chance(setting, contrast.q)),
    ],
  };
}

/** Nothing lies behind what is absent or zero. */
function leads(value: number | null, href: string | null): string | null {
  return value === null || rounded(value, 6) === 0 ? null : href;
}

const MOST_CAST = 15;

/** How far apart the groups cast each actor. */
function castings({ setting, held }: Contrasting, { family }: Block): TableView | null {
  const profiles = held.roles.filter(({ divergence }) => divergence !== null);
  if (family !== 'roles' || profiles.length === 0) return null;
  const say = setting.words.contrasts.castings;
  const shown = profiles.slice(0, MOST_CAST);
  const cut = shown.length < profiles.length;
  return table(setting, {
    id: 'castings',
    data: 'castings.csv',
    title: say.title(profiles.length),
    note: cut ? `${say.note} ${setting.words.firstOf(shown.length, profiles.length)}` : say.note,
    first: textColumn(say.columns.entity),
    spans: null,
    columns: [numberColumn(say.columns.divergence), textColumn(say.columns.interval)],
    rows: shown.map(({ entity, divergence, interval }) => ({
      head: plain(entity.name),
      cells: [
        figures(measure(setting, divergence)),
        plain(
          interval === null
            ? setting.words.noValue
            : setting.words.contrasts.between(measure(setting, interval[0]), measure(setting, interval[1])),
        ),
      ],
    })),
  });
}
