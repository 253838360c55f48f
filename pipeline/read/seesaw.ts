import { z } from 'zod';
import { POLARITIES, type StanceGold } from '../gold.ts';
import type { Span } from '../model.ts';
import { goldArticle } from './gold-article.ts';
import { readGoldLines, type Fault } from './gold-lines.ts';
import { bad, good, type Checked } from './yaml.ts';

const SCHEMA = z.object({
  id: z.string(),
  sentences: z.array(z.string()),
  stances: z.array(
    z.object({
      sentence: z.int(),
      source: z.string(),
      polarity: z.enum(POLARITIES),
      target: z.string(),
    }),
  ),
});

type Entry = z.output<typeof SCHEMA>;

/**
 * Reads SEESAW (Zhang, Beauchamp and Wang 2022) as one article a line with `id`, `sentences` and `stances`, each of these with
 * `sentence` (its index), `source`, `polarity` (POS or NEG) and `target`; other keys are not looked at. Throws a `Refusal`:
 * exit 66 where the file is missing, 65 where it cannot be used, then with every problem and its line.
 */
export function readSeesaw(file: string): readonly StanceGold[] {
  return readGoldLines(file, {
    noun: 'article',
    schema: SCHEMA,
    parts: ['stances', 'Stance'],
    read: readEntry,
    ids: ({ article }) => [article.id],
  });
}

function readEntry({ id, sentences, stances }: Entry, fault: Fault, file: string): Checked<StanceGold> {
  const outside = stances.flatMap(({ sentence }, i) => (sentences[sentence] === undefined ? [i] : []));
  if (outside.length > 0) {
    const message = `“sentence” must be the index of a sentence (0 to ${sentences.length - 1}).`;
    return bad(outside.map((i) => fault(message, i)));
  }
  const { text, spans } = joined(sentences);
  return good({ article: goldArticle(id, file, text), sentences: spans, stances });
}

/**
 * The corpus gives no paragraphs. A sentence is one of its own, unless it goes on in a quotation that the one before left
 * open: then a blank joins them. An opening mark where one is open already begins a paragraph of the same speech.
 */
function joined(sentences: readonly string[]): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let open = false;
  for (const sentence of sentences) {
    const goesOn = open && !/^\s*[“"]/u.test(sentence);
    if (sentence !== '' && text !== '') text += goesOn ? ' ' : '\n';
    spans.push([text.length, text.length + sentence.length]);
    text += sentence;
    open = staysOpen(sentence, goesOn);
  }
  return { text, spans };
}

function staysOpen(sentence: string, before: boolean): boolean {
  let open = before;
  for (const [mark] of sentence.matchAll(/[“”"]/gu)) open = mark === '"' ? !open : mark === '“';
  return open;
}
