import type { Entity } from '../model.ts';
import { slug } from '../text/slug.ts';
import { authorOf } from './documents.ts';
import { isSpokesman } from './name-evidence.ts';
import { isTitle } from './name-words.ts';
import { nicknamedNoun } from './nicknames.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Mention } from './people.ts';
import type { Scene } from './scene.ts';
import { isPlural } from './subjects.ts';

/**
 * Whom a source names: the name that heads it ("Gov. Ada Quill of Ellory"), an aside or what follows "named" ("the mayor,
 * Ada Quill"), the body that an unnamed spokesman speaks for, whoever wrote the document. `null` where a name only
 * modifies the head ("a Kremlin official", "a lawyer for Quill").
 */
export function namedSpeaker(scene: Scene, phrase: NounPhrase): Entity | null {
  const mention =
    heading(scene, phrase) ??
    trailing(scene, phrase) ??
    aside(scene, phrase) ??
    asideOf(scene, phrase) ??
    nickname(scene, phrase) ??
    agency(scene, phrase);
  if (mention !== null) return severalOf(scene, mention) ?? mention.who.entity;
  return spokenFor(scene, phrase) ?? authorOf(scene.reader, scene.mentionAt, phrase.head - 1)?.entity ?? null;
}

/** The name that ends the phrase before its first preposition, or the end of which a source's span has cut off ("Quill-|Marsh"). */
function heading({ mentionAt }: Scene, { head }: NounPhrase): Mention | null {
  const mention = mentionAt.get(head - 1);
  return mention !== undefined && mention.end >= head ? mention : null;
}

/** "president of Belarus|Ada Quill", "a baker named|Ada Quill": a person at the end whom no preposition governs. */
function trailing({ reader, mentionAt }: Scene, { head, main }: NounPhrase): Mention | null {
  const mention = mentionAt.get(main - 1);
  if (mention?.who.entity.type !== 'person' || mention.first < head) return null;
  const { norms, pos } = reader.article.tokens;
  let i = mention.first - 1;
  while (i > head && (isTitle(reader, i) || reader.nameAt.get(i)?.value.naming === 'demonym')) i--;
  return pos[i] === 'ADP' || /^(?:and|or|&|'s)$/u.test(norms[i]!) ? null : mention;
}

/** "the mayor of Port Ellory,|Ada Quill" and "Quill’s lawyer,|the veteran Hugh Hill". */
function aside(scene: Scene, phrase: NounPhrase): Mention | null {
  const { reader, mentionAt } = scene;
  const { head, main } = phrase;
  const { norms, pos } = reader.article.tokens;
  if (!/^[,(—–]$/u.test(norms[main] ?? '') || isPlural(reader, head - 1)) return null;
  for (let i = main + 1; i < main + FEW; i++) {
    const mention = mentionAt.get(i);
    if (mention !== undefined) return fitsAside(scene, phrase, mention) ? mention : null;
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/u.test(pos[i] ?? '')) return null;
  }
  return null;
}

const FEW = 8;

/** A person, or a body after a noun for one; an aside that the source's span leaves out must be closed. */
function fitsAside({ reader }: Scene, { head, end }: NounPhrase, mention: Mention): boolean {
  const { norms } = reader.article.tokens;
  const isOfKind =
    mention.who.entity.type === (reader.roles.get(head - 1) === 'institution' ? 'institution' : 'person');
  return isOfKind && (mention.end <= end || /^[,.()—–]$/u.test(norms[mention.end] ?? '.'));
}

/** "said Ada Quill,|a driver from Ellory": the source's span holds nothing but the aside. */
function asideOf({ reader, mentionAt }: Scene, { first, head }: NounPhrase): Mention | null {
  const { norms } = reader.article.tokens;
  if (!/^an?$/u.test(norms[first]!) || norms[first - 1] !== ',' || isPlural(reader, head - 1)) return null;
  const mention = mentionAt.get(first - 2);
  return mention?.who.entity.type === 'person' ? mention : null;
}

/** "a man|who goes by the name “Shorty”", in the source's span or behind it. */
function nickname({ reader, mentionAt }: Scene, { first, head }: NounPhrase): Mention | null {
  for (let i = head + 1; i < head + FAR; i++) {
    const mention = mentionAt.get(i);
    if (mention === undefined) continue;
    const noun = nicknamedNoun(reader, i);
    return noun !== null && noun >= first && noun < head ? mention : null;
  }
  return null;
}

const FAR = 10;

const KIND = /^(?:agency|newspaper|daily|magazine|broadcaster|channel|network|website|outlet|company|firm)$/u;

/** "the TASS news agency": a name with no more than its kind behind it. */
function agency({ reader, mentionAt }: Scene, { first, head }: NounPhrase): Mention | null {
  const { lemmas, pos } = reader.article.tokens;
  const mention = mentionAt.get(pos[first] === 'DET' ? first + 1 : first);
  if (mention === undefined || mention.end >= head || !KIND.test(lemmas[head - 1]!)) return null;
  const isBody = mention.who.entity.type !== 'person' && pos.slice(mention.end, head).every((tag) => tag === 'NOUN');
  return isBody ? mention : null;
}

/** "a spokesman for the Ellory Trust" without a name is the trust (the convention of the SCU corpus of sourced statements). */
function spokenFor({ reader, mentionAt }: Scene, { head, end }: NounPhrase): Entity | null {
  const { norms, pos, lemmas } = reader.article.tokens;
  if (!isSpokesman(lemmas[head - 1]!) && !isSpokesman(norms[head - 1]!)) return null;
  if (head >= end || !/^(?:for|of|from|at|with)$/u.test(norms[head]!)) return null;
  const mention = mentionAt.get(pos[head + 1] === 'DET' ? head + 2 : head + 1);
  return mention !== undefined && mention.who.entity.type !== 'person' ? mention.who.entity : null;
}

/** "the Quills": all of that surname whom the article names, as a group. */
function severalOf({ reader, mentions }: Scene, { first, end, who }: Mention): Entity | null {
  const { norms, starts, ends } = reader.article.tokens;
  const form = reader.article.text.slice(starts[first], ends[end - 1]);
  if (norms[first - 1] !== 'the' || end - first > 1 || !form.endsWith('s') || who.isSure) return null;
  const surname = form.replace(/e?s$/u, '');
  const family = new Set(
    mentions
      .map((mention) => mention.who.entity)
      .filter(({ type, name }) => type === 'person' && name.endsWith(` ${surname}`)),
  );
  if (family.size === 0) return null;
  const given = [...family].map(({ name }) => name.slice(0, -surname.length - 1));
  const name = family.size === 1 ? `the ${form}` : `${given.join(' and ')} ${surname}`;
  return { id: `${reader.article.id}/${slug(name)}`, name, type: 'group', country: null };
}
