import { link, rect, text } from '@observablehq/plot';
import { DETAIL_SIZE, fit, LABEL_SIZE, room, WIDEST_LABEL } from './chart-text.ts';
import type { ChainChart, ChainNode } from './chart-types.ts';
import type { Drawing } from './plot.ts';

const BAR = 8;
const PAD = 5;
/** Between the two columns of bars. */
const SPAN = 140;
/** Two lines of label need this height, so that neighbours never touch however thin their links. */
const SLOT = 27;
const GAP = 7;
/** All links together are about this high; one is at most so thick, and never too thin to see. */
const FLOW = 360;
const THICKEST = 9;
const THINNEST = 0.75;

interface Placed extends ChainNode {
  /** Top of the node's bar and its height. */
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

interface Column {
  readonly nodes: readonly Placed[];
  readonly height: number;
}

interface Band {
  readonly y1: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
}

/** Two columns of labelled bars joined by bands as thick as the number of statements, each stacked in the other's order. */
export function chainDrawing(chart: ChainChart): Drawing {
  const unit = Math.min(THICKEST, FLOW / chart.links.reduce((sum, { weight }) => sum + weight, 0));
  const left = place(chart.left, weights(chart, 'from'), unit);
  const right = place(chart.right, weights(chart, 'to'), unit);
  const height = Math.max(left.height, right.height);
  const [from, to] = [centre(left, height), centre(right, height)];
  const start = labelRoom(chart.left) + PAD;
  const end = start + BAR + SPAN;
  return {
    width: end + BAR + PAD + labelRoom(chart.right),
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    color: { type: 'identity' },
    marks: [
      bandMark(bands(chart, from, to, unit), start + BAR, end),
      barMark(from, start),
      barMark(to, end),
      ...labelMarks(from, start - PAD, 'end'),
      ...labelMarks(to, end + BAR + PAD, 'start'),
    ],
  };
}

function labelRoom(nodes: readonly ChainNode[]): number {
  const labels = room(
    nodes.map(({ label }) => label),
    LABEL_SIZE,
  );
  const details = room(
    nodes.map(({ detail }) => detail),
    DETAIL_SIZE,
  );
  return Math.max(labels, details);
}

function weights(chart: ChainChart, side: 'from' | 'to'): readonly number[] {
  const sums = (side === 'from' ? chart.left : chart.right).map(() => 0);
  for (const one of chart.links) sums[one[side]]! += one.weight;
  return sums;
}

function place(nodes: readonly ChainNode[], sums: readonly number[], unit: number): Column {
  const placed: Placed[] = [];
  let y = 0;
  nodes.forEach((node, i) => {
    const thickness = Math.max(THINNEST, sums[i]! * unit);
    const slot = Math.max(SLOT, thickness);
    placed.push({ ...node, top: y + (slot - thickness) / 2, height: thickness, middle: y + slot / 2 });
    y += slot + GAP;
  });
  return { nodes: placed, height: round(y - GAP) };
}

function centre(column: Column, height: number): readonly Placed[] {
  const shift = (height - column.height) / 2;
  return column.nodes.map((node) => ({ ...node, top: node.top + shift, middle: node.middle + shift }));
}

function bands(chart: ChainChart, left: readonly Placed[], right: readonly Placed[], unit: number): readonly Band[] {
  const leftUsed = left.map(() => 0);
  const rightUsed = right.map(() => 0);
  const ordered = [...chart.links].sort((a, b) => a.from - b.from || a.to - b.to);
  return ordered.map(({ from, to, weight, tone }) => {
    const thickness = weight * unit;
    const band = {
      y1: round(left[from]!.top + leftUsed[from]! + thickness / 2),
      y2: round(right[to]!.top + rightUsed[to]! + thickness / 2),
      width: round(Math.max(THINNEST, thickness)),
      colour: `var(--tone-${tone})`,
    };
    leftUsed[from]! += thickness;
    rightUsed[to]! += thickness;
    return band;
  });
}

function bandMark(all: readonly Band[], x1: number, x2: number): ReturnType<typeof link> {
  return link(all, {
    x1,
    x2,
    y1: 'y1',
    y2: 'y2',
    curve: 'bump-x',
    stroke: 'colour',
    strokeWidth: 'width',
    strokeOpacity: 0.5,
    strokeLinecap: 'butt',
  });
}

function barMark(nodes: readonly Placed[], x: number): ReturnType<typeof rect> {
  return rect(nodes, {
    x1: x,
    x2: x + BAR,
    y1: (node: Placed) => round(node.top),
    y2: (node: Placed) => round(node.top + node.height),
    fill: (node: Placed) => `var(--tone-${node.tone})`,
  });
}

function labelMarks(nodes: readonly Placed[], x: number, anchor: 'start' | 'end'): ReturnType<typeof text>[] {
  const line = (of: 'label' | 'detail', size: number, dy: number, weight: number): ReturnType<typeof text> =>
    text(nodes, {
      x,
      y: (node: Placed) => round(node.middle),
      dy,
      text: (node: Placed) => fit(node[of], WIDEST_LABEL, size),
      textAnchor: anchor,
      fontSize: size,
      fontWeight: weight,
      fill: 'currentColor',
    });
  return [line('label', LABEL_SIZE, -6, 600), line('detail', DETAIL_SIZE, 7, 400)];
}

/** Two decimals are finer than any screen or press, and keep the markup short and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
