import { compare } from '../../pipeline/compare/compare.ts';
import { contributor } from '../../pipeline/compare/contribution.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import type { Group, Study } from '../../pipeline/model.ts';
import { northAndSouth } from '../support/two-sides.ts';
import { corpusOptions, readCorpus, scoredOf } from './corpus.ts';

// Time and memory of the comparison, after scoring, of which what each article contributes is kept: 2,000 replicates, all contrasts, on one, two and four thousand articles and
// on all of a corpus; the first outlet against all others. Linear cost is the same time per article at each size.

const SIZES = [1000, 2000, 4000] as const;
const MEGABYTE = 2 ** 20;
/** Of a megabyte. */
const KILOBYTES = 2 ** 10;

/** Prints seconds, milliseconds an article and the peak of resident memory at each size. */
export async function comparison(args: readonly string[]): Promise<void> {
  const options = corpusOptions(args);
  const { codebooks } = readOwnSeeds();
  const { articles, group } = await readCorpus(options);
  const study = studyOf(group);
  const contribute = contributor(study, codebooks);
  const scored = articles.map((article) => contribute(scoredOf(article, study)));
  console.log(`${scored.length} articles scored: ${rss()} MB`);
  for (const size of [...SIZES.filter((n) => n < scored.length), scored.length]) {
    const drawn = scored.filter(
      (_, i) => Math.floor((i * size) / scored.length) !== Math.floor(((i - 1) * size) / scored.length),
    );
    const start = performance.now();
    const { contrasts } = compare(drawn, study, codebooks);
    const ms = performance.now() - start;
    console.log(
      `${drawn.length} articles, ${contrasts?.contrasts.length ?? 0} contrasts, ${contrasts?.keyness.tested ?? 0} terms: ${(ms / 1000).toFixed(1)} s, ${(ms / drawn.length).toFixed(2)} ms an article, ${peak()} MB at most so far`,
    );
  }
}

/** The most resident memory of the process so far. */
function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / KILOBYTES);
}

function rss(): number {
  return Math.round(process.memoryUsage.rss() / MEGABYTE);
}

function studyOf(all: Group): Study {
  const [first, ...others] = all.members;
  const study = northAndSouth(1, { replicates: 2000 });
  const groups = [
    { ...all, id: 'north', members: [first!] },
    { ...all, id: 'south', members: others },
  ];
  return { ...study, groups, minimum: { articles: 10, outlets: 3, calls: 6 } };
}
