import { attribute } from '../../../pipeline/attribute/attribute.ts';
import type { AttributedArticle, Span, Stance, Statement } from '../../../pipeline/model.ts';
import { readFile } from '../../../pipeline/read/file.ts';
import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import type { Seeds } from '../../../pipeline/read/inputs.ts';
import { assertedSentences } from '../../../pipeline/score/asserted.ts';
import { readCue } from '../../../pipeline/score/cue.ts';
import type { Name } from '../../../pipeline/score/grammar.ts';
import { signalsOf } from '../../../pipeline/score/odds.ts';
import { ownRuns } from '../../../pipeline/score/own-words.ts';
import { readArticle, type Reader } from '../../../pipeline/score/reader.ts';
import { byRules, tiedEvidence } from '../../../pipeline/score/stance.ts';
import { targetWeightsOf } from '../../../pipeline/score/target/weights.ts';
import { sentencesNaming, sentimentToward } from '../../../pipeline/score/toward.ts';
import { runOf, type Run } from '../../../pipeline/text/runs.ts';
import { overlaps } from '../../../pipeline/text/span.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** Someone's words that name another, with what speaks for a stance (`signalsOf`) and the gold: 0 opposes, 1 neither, 2 supports. */
export interface Directed {
  readonly signals: readonly number[];
  readonly label: 0 | 1 | 2;
  /** By what the grammar ties to the target, with how it does; `null` where it ties nothing and the signals decide. */
  readonly ruled: { readonly p: Stance['p']; readonly ties: readonly string[] } | null;
  /** The sentence: equal ones stay in one fold. */
  readonly group: number;
}

/**
 * Reads the entity-to-entity sentiments of Park, Pan and Joo (2021): of each sentence with two marked entities, the cases in
 * which attribution finds one of them to speak and the other in the words. Lines: the sentence with both in square brackets,
 * their names, and 0 neither, 1 the first for the second, 2 the second for the first, 3 and 4 against.
 */
export function directedCases(file: string, seeds: Seeds): readonly Directed[] {
  const lines = new TextDecoder().decode(readFile(file, file)).trimEnd().split('\n');
  return lines.flatMap((line, group) => {
    const [marked, , , label] = line.split('\t');
    const { text, spans } = unmarked(marked!);
    if (spans.length !== 2) return [];
    const attributed = attributedOf(text, group, seeds);
    return [
      ...casesOf(attributed, spans[0]!, spans[1]!, FORWARD[Number(label)]!, seeds),
      ...casesOf(attributed, spans[1]!, spans[0]!, BACKWARD[Number(label)]!, seeds),
    ].map((one) => ({ ...one, group }));
  });
}

const FORWARD = [1, 2, 1, 0, 1] as const;
const BACKWARD = [1, 1, 2, 1, 0] as const;

/** A sentence without its square brackets, and what stood in them. */
function unmarked(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const char of marked) {
    if (char === '[') start = text.length;
    else if (char === ']') spans.push([start, text.length]);
    else text += char;
  }
  return { text, spans };
}

function attributedOf(
  text: string,
  line: number,
  { registry, lexicons, attributionWeights }: Seeds,
): AttributedArticle {
  return attribute(
    tokenise(goldArticle(`line ${line + 1}`, '', text)),
    registry,
    lexicons,
    [],
    attributionWeights.bytes,
  );
}

function casesOf(
  article: AttributedArticle,
  speaker: Span,
  target: Span,
  label: Directed['label'],
  seeds: Seeds,
): readonly Omit<Directed, 'group'>[] {
  const name = nameAt(article, target);
  const plain = readArticle(article, seeds.registry, seeds.lexicons, []);
  const others = plain.names.filter(({ first, end }) => end <= name.first || first >= name.end);
  const reader = { ...plain, names: [...others, name].sort((a, b) => a.first - b.first) };
  const own = ownRuns(article);
  return article.statements.flatMap((statement, i) => {
    if (!statement.source.some((span) => overlaps(span, speaker))) return [];
    if (!own[i]!.some(([from, to]) => from <= name.first && name.end <= to)) return [];
    const signals = signalsIn(reader, statement, own[i]!, name, seeds);
    if (signals === null) return [];
    const tied = tiedEvidence(reader, { ...statement, speaker: null }, readCue(reader, statement), own[i]!, 'in marks');
    const evidence = tied.get(name.value.entity.id) ?? [];
    const ties = [...new Set(evidence.map(({ kind, sign }) => `${kind} ${sign < 0 ? 'against' : 'for'}`))];
    return [{ signals, label, ruled: evidence.length === 0 ? null : { p: byRules(evidence, 'in marks'), ties } }];
  });
}

function signalsIn(
  reader: Reader,
  statement: Statement,
  own: readonly Run[],
  name: Name,
  { stanceWeights }: Seeds,
): readonly number[] | null {
  const { tokens } = reader;
  const cue = readCue(reader, statement);
  const target = { entity: name.value.entity, mentions: [name] };
  const sentences = sentencesNaming(tokens, cue, own, target);
  const sentiment = sentimentToward(tokens, sentences, target, targetWeightsOf(stanceWeights.bytes), () => true);
  if (sentiment === null) return null;
  const held = assertedSentences(reader, own);
  return signalsOf({ cue, own, target, held, quoteDepth: tokens.quoteDepth }, sentiment);
}

/** The tokens that a marked entity touches, as a name of someone whom nothing else is known of. */
function nameAt({ tokens }: AttributedArticle, span: Span): Name {
  const [start, to] = runOf(tokens, span);
  const first = start > 0 && tokens.ends[start - 1]! > span[0] ? start - 1 : start;
  const end = Math.max(first + 1, to);
  const entity = { id: 'the target', name: 'the target', type: 'unknown', country: null } as const;
  return { first, end, span: [tokens.starts[first]!, tokens.ends[end - 1]!], value: { entity, naming: 'name', p: 1 } };
}
