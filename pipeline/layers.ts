import { attribute } from './attribute/attribute.ts';
import { withhold } from './attribute/withhold.ts';
import { contributor, type Contribution } from './compare/contribution.ts';
import type { Article, AttributedArticle, ReportedArticle, ScoredArticle, TokenisedArticle } from './model.ts';
import type { StudyOpened } from './read/inputs.ts';
import { score } from './score/score.ts';
import { plainEntity } from './text/entity.ts';
import { packColumns, unpackColumns } from './text/columns.ts';
import { isWord } from './text/word.ts';
import { tokenise } from './tokenise/tokenise.ts';

/** The stages of the map, in their order. Each adds one layer to an article. */
export const MAP_STAGES = ['tokenise', 'attribute', 'score', 'compare'] as const;

export type MapStage = (typeof MAP_STAGES)[number];

/** What each stage added to an article, as JSON: plain text that a file or another thread carries as it is. */
export type Layers = Readonly<Record<MapStage, string>>;

/** What the map rests on besides articles. All of it is data that another thread can be given. */
export type MapInputs = Pick<
  StudyOpened,
  | 'study'
  | 'registry'
  | 'lexicons'
  | 'codebooks'
  | 'attributionWeights'
  | 'stanceWeights'
  | 'frameWeights'
  | 'roleWeights'
>;

/** Times a piece of work of a stage. */
export type Timed = <T>(stage: MapStage, work: () => T) => T;

/**
 * The map: what the stages that see one article at a time make of it. Layers that are `kept` from an earlier run are taken as
 * they are, and the later ones are made from them.
 *
 *     Article ▸ tokenise ▸ attribute ▸ score ▸ contribution to the comparison
 */
export function mapper(inputs: MapInputs): (article: Article, kept: Partial<Layers>, timed: Timed) => Layers {
  const { study, registry, lexicons, codebooks } = inputs;
  const whole = { frames: inputs.frameWeights.bytes, roles: inputs.roleWeights.bytes };
  const contribute = contributor(study, codebooks);
  const speakers = (article: TokenisedArticle): AttributedArticle =>
    withhold(
      attribute(article, registry, lexicons, study.groups, inputs.attributionWeights.bytes),
      study.attributionThreshold,
      registry,
      study.groups,
    );
  return (article, kept, timed) => {
    const tokenised = kept.tokenise === undefined ? timed('tokenise', () => tokenise(article)) : null;
    const one = kept.tokenise ?? written(tokenised!, ['tokens', 'sentences', 'paragraphs', 'quotations', 'issues']);
    const base = tokenised ?? { ...article, ...(layerOf(one) as TokenLayer) };
    const attributed = kept.attribute === undefined ? timed('attribute', () => speakers(base)) : null;
    const two = kept.attribute ?? attributionLayer(attributed!);
    const said = attributed ?? { ...base, ...(layerOf(two) as AttributionLayer) };
    const scored =
      kept.score === undefined
        ? timed('score', () => score(said, registry, lexicons, study, inputs.stanceWeights.bytes, whole))
        : null;
    const three = kept.score ?? written(scored!, ['readings', 'ownStances', 'frames', 'roles', 'harms']);
    const read = scored ?? { ...said, ...(layerOf(three) as ScoreLayer) };
    const four = kept.compare ?? contributionLayer(timed('compare', () => contribute(read)));
    return { tokenise: one, attribute: two, score: three, compare: four };
  };
}

type TokenLayer = Pick<TokenisedArticle, 'tokens' | 'sentences' | 'paragraphs' | 'quotations' | 'issues'>;
type AttributionLayer = Pick<AttributedArticle, 'statements' | 'coreferences'> &
  Omit<TokenLayer, 'tokens'> &
  Pick<ReportedArticle, 'words'>;
type ScoreLayer = Pick<ScoredArticle, 'readings' | 'ownStances' | 'frames' | 'roles' | 'harms'>;
type ContributionLayer = Omit<Contribution, 'id' | 'publisher' | 'date' | 'text'>;

/** The attribution, with all else of the article that the report needs: it is read without the tokens. */
function attributionLayer(article: AttributedArticle): string {
  const words = article.tokens.norms.filter(isWord).length;
  const parts = ['sentences', 'paragraphs', 'quotations', 'issues', 'statements', 'coreferences', 'words'] as const;
  return written({ ...article, words }, parts);
}

/** What a contribution takes over from the article. */
const OF_THE_ARTICLE: ReadonlySet<string> = new Set(['id', 'publisher', 'date', 'text'] satisfies (keyof Article)[]);

function contributionLayer(contribution: Contribution): string {
  const layer = Object.entries(contribution).filter(([part]) => !OF_THE_ARTICLE.has(part));
  return JSON.stringify(packColumns(Object.fromEntries(layer)));
}

function written<T extends object>(value: T, keys: readonly (keyof T)[]): string {
  return JSON.stringify(packColumns(Object.fromEntries(keys.map((key) => [key, value[key]]))));
}

function layerOf(json: string): unknown {
  return unpackColumns(JSON.parse(json) as object);
}

/** What the report needs of an article, from its layers. */
export function reportedFrom(article: Article, layers: Pick<Layers, 'attribute' | 'score'>): ReportedArticle {
  return { ...article, ...(layerOf(layers.attribute) as AttributionLayer), ...(layerOf(layers.score) as ScoreLayer) };
}

/** What an article contributes to the comparison, from its layer. */
export function contributionFrom(article: Article, { compare }: Pick<Layers, 'compare'>): Contribution {
  const { id, publisher, date, text } = article;
  const layer = layerOf(compare) as ContributionLayer;
  return { id, publisher: publisher === null ? null : plainEntity(publisher), date, text, ...layer };
}
