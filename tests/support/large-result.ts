import type { Call, Entity, ReportedArticle, Result, ScoredArticle, Stance } from '../../pipeline/model.ts';
import { featureHash } from '../../pipeline/text/hash.ts';
import { isWord } from '../../pipeline/text/word.ts';
import { entity, type Said } from './attributed.ts';
import { compared } from './compared.ts';
import { northAndSouth, published } from './two-sides.ts';

const EACH = 5;
const OUTLETS = 20;

/** A result with as many statements as asked for, five an article, of 40 outlets, 900 speakers and 120 targets, all invented. */
export function largeResult(statements: number): Result {
  const articles = Array.from({ length: Math.ceil(statements / EACH) }, (_, i) =>
    articleOf(i, Math.min(EACH, statements - i * EACH)),
  );
  const study = northAndSouth(OUTLETS);
  return {
    study,
    articles: articles.map(reported),
    comparison: compared(articles, study, { naming: [], frames: [] }),
    issues: [],
    quarantined: [],
    provenance: { parallax: '0.1.0', run: '0123456789ab', date: '2031-05-05', inputs: [], packages: {}, seed: 1 },
  };
}

function reported({ tokens, ...article }: ScoredArticle): ReportedArticle {
  return { ...article, words: tokens.norms.filter((norm) => isWord(norm)).length };
}

function articleOf(i: number, size: number): ScoredArticle {
  const said = Array.from({ length: size }, (_, k) => saidBy(i, k));
  const text = said.map(({ words }) => words).join(' ');
  const outlet = `${i % 2 === 0 ? 'north' : 'south'}-${draw(OUTLETS, i, 1) + 1}`;
  const id = `article-${i + 1}`;
  return published(
    outlet,
    id,
    text,
    said.map(({ statement }) => statement),
    {
      title: `${capital(sentence(6, i, 2))} (${i + 1})`,
      url: `https://${outlet}.example/${i + 1}`,
      date: `2031-${String(draw(12, i, 3) + 1).padStart(2, '0')}-${String(draw(28, i, 4) + 1).padStart(2, '0')}`,
      readings: said.map(({ stances }) => ({ stances })),
    },
  );
}

function saidBy(i: number, k: number): { words: string; statement: Said; stances: readonly Stance[] } {
  const speaker = person(draw(900, i, k, 1));
  const target = entity(`Bay ${draw(120, i, k, 2) + 1}`, 'country');
  const content = `“${capital(sentence(18 + draw(12, i, k, 3), i, k))} of ${target.name} in hour ${i}.${k},”`;
  const cue = CUES[draw(CUES.length, i, k, 4)]!;
  const words = `${content} ${speaker.name} ${cue} on a day of ${sentence(5, i, k, 9)} in harbour ${i}.${k}.`;
  const statement: Said = { content, source: speaker.name, cue, speaker, kind: 'direct', origin: null };
  return { words, statement, stances: draw(2, i, k, 5) === 0 ? [] : [stanceOn(target, i, k)] };
}

function person(n: number): Entity {
  return entity(`${capital(WORDS[n % WORDS.length]!)} ${capital(WORDS[(n * 7 + 3) % WORDS.length]!)} ${n}`);
}

function stanceOn(target: Entity, i: number, k: number): Stance {
  const call = CALLS[draw(CALLS.length, i, k, 6)]!;
  return { target, call, p: [0.3, 0.4, 0.3], evidence: [], coreferent: [] };
}

const CALLS: readonly Call[] = ['opposes', 'neither', 'supports', 'no call'];
const CUES = ['said', 'warned', 'told the harbour', 'wrote', 'admitted'];
/** Made of syllables, so that none is a word of any language by more than chance. */
const WORDS = ['ba', 'do', 'fe', 'gi', 'ku', 'lo', 'ma', 'ne', 'pi', 'ru'].flatMap((first) =>
  ['lan', 'mer', 'nit', 'ros', 'sul', 'tavi', 'vero', 'wik', 'xandra', 'zembel'].map((last) => first + last),
);

function sentence(length: number, ...keys: readonly number[]): string {
  return Array.from({ length }, (_, n) => WORDS[draw(WORDS.length, ...keys, n)]!).join(' ');
}

function draw(below: number, ...keys: readonly number[]): number {
  return (keys.reduce((hash, key) => featureHash(hash, key), 0x1a46e) >>> 0) % below;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
