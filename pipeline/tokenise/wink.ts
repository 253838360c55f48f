import model from 'wink-eng-lite-web-model';
import winkNLP, { type Document, type ItsFunction, type Model, type WinkMethods } from 'wink-nlp';

/**
 * Reads a text with wink-nlp's sentence ends and tags, as if it were the first that wink-nlp ever read. Left alone, it
 * keeps every unknown word that it met, and cuts later texts by them: after “Clinton’s” in quotation marks, a plain
 * Clinton’s is one token and no longer two (in a third of the articles of a news corpus). What a text yields would then
 * hang on what was read before it; so what wink-nlp learnt is taken out of its tables before each text.
 */
export function readAlone(text: string): Document {
  if (mind.tables.lexeme.list.length > MOST_LEXEMES) mind = newMind();
  forget(mind);
  return mind.nlp.readDoc(text);
}

/** One table of the model, from values to their numbers. A value that it lacks is added at the end. */
interface Table {
  readonly list: string[];
  readonly hash: Record<string, number>;
  index: number;
}

interface Mind {
  readonly nlp: WinkMethods;
  readonly tables: Readonly<Record<'lexeme' | 'prefix' | 'suffix' | 'shape', Table>>;
  /** Up to where a table holds what the model came with, and what has been forgotten since. */
  readonly settled: Map<Table, number>;
}

/** wink-nlp counts to a million; a new reader takes some 60 ms. */
const MOST_LEXEMES = 500_000;

/** Built once: the model writes it anew, and longer, each time that it is asked. */
const entities = (model as unknown as { metaCER: () => unknown }).metaCER();

let mind = newMind();

/** What wink-nlp is asked for, by the name of its accessor. Its own types know only some of them as arguments of `out`. */
export const its = mind.nlp.its as unknown as Readonly<
  Record<'pos' | 'lemma', ItsFunction<string>> & { contractionFlag: ItsFunction<boolean>; span: ItsFunction<number[]> }
>;

function newMind(): Mind {
  const core = (model as unknown as { core: () => { features: Mind['tables'] } }).core();
  const own = { ...(model as object), core: () => core, metaCER: () => entities } as unknown as Model;
  const { lexeme, prefix, suffix, shape } = core.features;
  const tables = { lexeme, prefix, suffix, shape };
  return {
    nlp: winkNLP(own, ['sbd', 'pos']),
    tables,
    settled: new Map(Object.values(tables).map((table) => [table, table.list.length])),
  };
}

/** Words lose their numbers but not their places, which wink-nlp's own columns count on; parts of words lose both. */
function forget({ tables, settled }: Mind): void {
  for (const table of Object.values(tables)) {
    const from = settled.get(table)!;
    for (let i = from; i < table.list.length; i++) Reflect.deleteProperty(table.hash, table.list[i]!);
    if (table === tables.lexeme) settled.set(table, table.list.length);
    else table.index = table.list.length = from;
  }
}
