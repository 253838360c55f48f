import type { AttributedArticle, Span, Statement } from '../../pipeline/model.ts';
import { overlaps } from '../../pipeline/text/span.ts';

/**
 * What is wrong with the places and numbers of an article's statements, one sentence each; an empty list for a sound
 * article. Sound: each span lies inside the text, holds something, neither begins nor ends with white space, and splits
 * no pair of surrogates; the spans of one statement are apart and its content is in order; ids differ; `within` names an
 * earlier statement; statements come in the order of the text; issues lie inside it.
 */
export function unsoundness({ text, statements, issues }: AttributedArticle): readonly string[] {
  return [
    ...statements.flatMap((statement) => badSpans(text, statement)),
    ...statements.flatMap(badRoles),
    ...badNumbers(statements),
    ...issues.flatMap(({ code, span }) =>
      span === null || inside(text, span) ? [] : [`${code}: ${String(span)} lies outside`],
    ),
  ];
}

function badSpans(text: string, { id, source, cue, content }: Statement): readonly string[] {
  return [...source, ...cue, ...content].flatMap((span) => {
    const [start, end] = span;
    const what = `${id}: ${String(span)} ${JSON.stringify(text.slice(start, end))}`;
    if (!inside(text, span)) return [`${what} lies outside`];
    return [
      ...(/^\s|\s$/u.test(text.slice(start, end)) ? [`${what} begins or ends with white space`] : []),
      ...(splitsPair(text, start) || splitsPair(text, end) ? [`${what} splits a pair of surrogates`] : []),
    ];
  });
}

function badRoles({ id, source, cue, content }: Statement): readonly string[] {
  const spans = [...source, ...cue, ...content];
  const clash = spans.find((span, i) => spans.slice(i + 1).some((other) => overlaps(span, other)));
  const sorted = content.every(([start], i) => i === 0 || content[i - 1]![1] <= start);
  return [
    ...(content.length === 0 ? [`${id} has no content`] : []),
    ...(clash === undefined ? [] : [`${id}: ${String(clash)} overlaps another span`]),
    ...(sorted ? [] : [`${id}: its content is not in order`]),
  ];
}

function badNumbers(statements: readonly Statement[]): readonly string[] {
  const earlier = new Set<string>();
  let last = 0;
  return statements.flatMap((statement) => {
    const { id, within } = statement;
    const begins = beginOf(statement);
    const wrong = [
      ...(earlier.has(id) ? [`${id} is there twice`] : []),
      ...(within === null || earlier.has(within) ? [] : [`${id} stands in ${within}, which is no earlier statement`]),
      ...(begins < last ? [`${id} begins before the statement before it`] : []),
    ];
    earlier.add(id);
    last = begins;
    return wrong;
  });
}

function beginOf({ source, cue, content }: Statement): number {
  return Math.min(...[...source, ...cue, ...content].map(([start]) => start));
}

function inside(text: string, [start, end]: Span): boolean {
  return start >= 0 && start < end && end <= text.length;
}

function splitsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
