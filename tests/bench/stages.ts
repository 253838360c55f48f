import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { attribute } from '../../pipeline/attribute/attribute.ts';
import { compare } from '../../pipeline/compare/compare.ts';
import { contributor } from '../../pipeline/compare/contribution.ts';
import type { Tokens } from '../../pipeline/model.ts';
import { readStudy } from '../../pipeline/read/inputs.ts';
import { roles } from '../../pipeline/score/cast/roles.ts';
import { roleWeightsOf } from '../../pipeline/score/cast/weights.ts';
import { frames } from '../../pipeline/score/frames/frames.ts';
import { frameWeightsOf } from '../../pipeline/score/frames/weights.ts';
import { harmsIn } from '../../pipeline/score/harm/harms.ts';
import { ownVoiceStances } from '../../pipeline/score/own-voice.ts';
import { readArticle } from '../../pipeline/score/reader.ts';
import { score } from '../../pipeline/score/score.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { linear } from './linear.ts';

// How long each stage takes on the seed article, as a share of wink-nlp's bare sentence ends and tags on the same text in
// the same run: machines differ and are noisy, ratios less so. The median of many rounds, all stages in turn. Processor
// time, all threads of the process together, since other programs do not count in it.

const ROUNDS = 200;
/** As in a run over a corpus, nothing is measured before the code is compiled. */
const WARM_UP = 150;

const { articles, registry, lexicons, codebooks, study, ...models } = await readStudy('seeds/study.yaml');
const { attributionWeights, stanceWeights } = models;
const article = articles[0]!;
const bare = winkNLP(model, ['sbd', 'pos']);

const tokenised = tokenise(article);
const attributed = attribute(tokenised, registry, lexicons, study.groups, attributionWeights.bytes);
const scored = score(attributed, registry, lexicons, study, stanceWeights.bytes);

const reader = readArticle(attributed, registry, lexicons, study.targets);
const { names } = reader;
const frameWeights = frameWeightsOf(models.frameWeights.bytes);
const roleWeights = roleWeightsOf(models.roleWeights.bytes);

const contribute = contributor(study, codebooks);

/** Fresh copies, of the tokens as well, so that nothing remembered about an article helps. */
const fresh = <A extends { readonly tokens: Tokens }>(one: A): A => ({ ...one, tokens: { ...one.tokens } });

const work = {
  'wink-nlp alone': () => bare.readDoc(article.text).tokens().out(),
  tokenise: () => tokenise(article),
  attribute: () => attribute(fresh(tokenised), registry, lexicons, study.groups, attributionWeights.bytes),
  score: () => score(fresh(attributed), registry, lexicons, study, stanceWeights.bytes),
  '  rules of it': () => score(fresh(attributed), registry, lexicons, study, null),
  '  names of it': () => readArticle(fresh(attributed), registry, lexicons, study.targets),
  '  own voice of it': () => ownVoiceStances(reader, attributed, study.stanceThreshold),
  '  harms of it': () => harmsIn(attributed.tokens, names, lexicons.harm),
  frames: () => frames(tokenised.tokens, frameWeights),
  roles: () => roles(tokenised.tokens, names, roleWeights),
  compare: () => compare([contribute(fresh(scored))], study, codebooks),
} satisfies Record<string, () => unknown>;

const spent = Object.fromEntries(Object.keys(work).map((name) => [name, [] as number[]]));
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  for (const [name, once] of Object.entries(work)) {
    const before = process.cpuUsage();
    once();
    const { user, system } = process.cpuUsage(before);
    if (round >= WARM_UP) spent[name]!.push((user + system) / 1000);
  }
}

const medians = Object.fromEntries(Object.entries(spent).map(([name, times]) => [name, median(times)]));
const base = medians['wink-nlp alone']!;
const { length } = tokenised.tokens;
if (process.argv.includes('--json')) console.log(JSON.stringify({ tokens: length, milliseconds: medians }));
else {
  console.log(`${length} tokens, median of ${ROUNDS} rounds`);
  for (const [name, ms] of Object.entries(medians)) {
    const speed = Math.round((1000 * length) / ms);
    console.log(
      `${name.padEnd(17)} ${ms.toFixed(2).padStart(7)} ms  ${(ms / base).toFixed(2).padStart(6)} of wink-nlp alone  ${speed} tokens/s`,
    );
  }
}

if (!process.argv.includes('--json')) {
  const share = base / (medians['tokenise']! + medians['attribute']!);
  console.log(`tokenise and attribute together: ${share.toFixed(2)} of the speed of wink-nlp alone`);
  for (const line of linear()) console.log(line);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}
