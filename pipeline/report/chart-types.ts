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

/** Forms of a point, apart without colour: a filled circle, an open square, a filled diamond. */
export type Shape = 'circle' | 'square' | 'diamond';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A value with its interval, if there is one. Large points are groups, or what is in question; small ones are single outlets. */
export interface DotPoint {
  readonly at: number;
  readonly interval: readonly [low: number, high: number] | null;
  readonly size: 'large' | 'small';
  readonly shape: Shape;
  readonly tone: Tone;
}

/** Points with intervals on a line a row, under headings. All points lie between the first and the last tick. */
export interface DotsChart extends Described {
  readonly kind: 'dots';
  /** What the axis measures, under it. */
  readonly unit: string;
  readonly ticks: readonly Tick[];
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly value: string; readonly points: readonly DotPoint[] }[];
  }[];
}

/** Points by two measures; labels are set where they fit, the first of `points` first. */
export interface ScatterChart extends Described {
  readonly kind: 'scatter';
  readonly x: { readonly label: string; readonly ticks: readonly Tick[] };
  readonly y: { readonly label: string; readonly ticks: readonly Tick[] };
  /** What it means to lie left and right of zero. */
  readonly sides: readonly [left: string, right: string];
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: string | null;
    readonly shape: Shape;
    readonly tone: Tone;
  }[];
}

/** A value of one period with the band around it; `null` where the period has no data. */
export type PeriodPoint = { readonly value: number; readonly interval: readonly [number, number] | null } | null;

/** Small panels over the same periods. `markers` stand in all of them, between periods where `at` is no whole number. */
export interface PeriodsChart extends Described {
  readonly kind: 'periods';
  /** One label a period; those that do not fit are left out. */
  readonly periods: readonly string[];
  readonly markers: readonly Tick[];
  readonly panels: readonly {
    readonly heading: string;
    readonly ticks: readonly Tick[];
    readonly lines: readonly {
      readonly label: string;
      readonly shape: Shape;
      readonly tone: Tone;
      readonly points: readonly PeriodPoint[];
    }[];
  }[];
}

/** A specification curve: one value a way of computing, in order of size, and below which choices it made. */
export interface CurveChart extends Described {
  readonly kind: 'curve';
  readonly unit: string;
  readonly ticks: readonly Tick[];
  readonly values: readonly number[];
  /** Index of the main specification in `values`; `null` where it cannot be computed. */
  readonly main: number | null;
  readonly choices: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly taken: readonly boolean[] }[];
  }[];
}

/** How surely a line may be told: heavy and whole, thin and dashed, thin and dotted. */
export type Stroke = 'told' | 'untold' | 'little';

/** One end of a slope; `null` where that side has no value. */
export type SlopeEnd = { readonly at: number; readonly interval: readonly [number, number] | null } | null;

/** Shares on two sides, joined by a line each, in panels one above the other. All lie between the first and the last tick. */
export interface SlopesChart extends Described {
  readonly kind: 'slopes';
  readonly sides: readonly {
    readonly label: string;
    readonly shape: Shape;
    readonly tone: Tone;
  }[];
  readonly panels: readonly {
    readonly heading: string;
    readonly ticks: readonly Tick[];
    readonly lines: readonly {
      /** What stands at each end: the name with the share on that side. */
      readonly labels: readonly [left: string, right: string];
      readonly ends: readonly [left: SlopeEnd, right: SlopeEnd];
      readonly stroke: Stroke;
    }[];
  }[];
}

/** How often what has a probability is right, bin by bin, in panels over the same axes from 0 to 1. */
export interface CalibrationChart extends Described {
  readonly kind: 'calibration';
  readonly x: string;
  readonly y: string;
  /** Before the numbers of cases: "n". */
  readonly count: string;
  readonly panels: readonly {
    readonly heading: string;
    readonly points: readonly {
      /** Mean probability and share right, with its interval. */
      readonly at: number;
      readonly value: number;
      readonly interval: readonly [number, number];
      readonly n: string;
    }[];
  }[];
}

/** A chart as data, every word and order decided. `charts.ts` draws it. */
export type Chart =
  | ChainChart
  | BarsChart
  | MatrixChart
  | DotsChart
  | ScatterChart
  | PeriodsChart
  | CurveChart
  | SlopesChart
  | CalibrationChart;
