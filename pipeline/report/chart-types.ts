/** Colours of groups in the order of the study; `none` where no group is known. Each is named in text too. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 6 | 'none';

/** Three steps of one colour, apart in grey as well. */
export type Shade = 'strong' | 'middle' | 'light';

/** What every chart says in words to those who do not see it: both made from its numbers. `id` is unique in the report. */
interface Described {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface ChainNode {
  readonly label: string;
  readonly detail: string;
  readonly tone: Tone;
}

/** Who passes words on (left) to whose words they are (right). Links point into `left` and `right`. */
export interface ChainChart extends Described {
  readonly kind: 'chain';
  readonly left: readonly ChainNode[];
  readonly right: readonly ChainNode[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly weight: number;
    readonly tone: Tone;
  }[];
}

/** Bars of stacked parts under headings. `parts` and `shades` have the same length. */
export interface BarsChart extends Described {
  readonly kind: 'bars';
  /** What the bars count: "words". */
  readonly unit: string;
  readonly shades: readonly Shade[];
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly parts: readonly number[]; readonly value: string }[];
  }[];
}

/** Rows by columns; a cell that is `null` holds nothing. */
export interface MatrixChart extends Described {
  readonly kind: 'matrix';
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (MatrixCell | null)[])[];
}

/** What a cell shows: a short line for each call, and the shade of the side that leads, where there are enough calls. */
export interface MatrixCell {
  readonly lines: readonly string[];
  readonly leads: 'opposes' | 'supports' | 'neither' | 'mixed' | 'few' | 'no-call';
}

/** A chart as data, every word and order decided. `charts.ts` draws it. */
export type Chart = ChainChart | BarsChart | MatrixChart;
