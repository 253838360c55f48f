import { wordSet } from '../text/word-set.ts';
import type { TokenisedArticle } from '../model.ts';

/** What bears a name between marks, or words that no one speaks. */
const WORKS = wordSet(`
album ballad ballet book comedy documentary drama episode essay exhibition film hymn memoir motto movie musical nickname novel
opera painting play podcast poem sculpture series show single sitcom slogan song thriller title track
`);

/** "the motto “Keep it clean”", "as if to say “Not here”": whether the quotation that begins at token `first` is no one’s speech. */
export function isNoOnesWords({ tokens: { norms, pos } }: TokenisedArticle, first: number): boolean {
  if (WORKS.has(norms[first - 1] ?? '') && pos[first - 1] === 'NOUN') return true;
  return endsUnreal(norms, norms[first - 1] === ',' ? first - 2 : first - 1);
}

/** Whether "as if to say" or "as though saying" ends at token `last`: nobody said what follows. */
export function endsUnreal(norms: readonly string[], last: number): boolean {
  if (!/^(?:say|saying)$/u.test(norms[last] ?? '')) return false;
  const at = norms[last - 1] === 'to' ? last - 2 : last - 1;
  return /^(?:if|though)$/u.test(norms[at] ?? '') && norms[at - 1] === 'as';
}
