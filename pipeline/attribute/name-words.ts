import { wordSet } from '../text/word-set.ts';
import type { Reader } from './reader.ts';

const BODY = wordSet(`
academy administration affairs agency alliance army assembly assoc association authority bank board bureau center centers
centre centres chamber chambers church city clinic club co-op coalition college commission committee communities company
congress consortium coop corp corporation council county court department district embassy federation force forces forum
foundation fund group guard holdings hospital house inc industries initiative institute institution lab laboratory league llc
ltd ministry mission museum network news observatory office organisation organization parliament partners partnership party
patrol police press program project protection school schools senate service services society staff state systems team times
treasury tribunal trust union university watch works zoo
`);
const TITLE = wordSet(`
alderman assemblyman assemblymember assemblywoman attorney baroness brig capt captain chairman chairwoman chancellor cllr cmdr
coach col colonel commissioner con congressman congresswoman constable councillor councilman councilmember councilwoman cpl dame
dci democrat democratic deputy det detective director dr gen general gov imam insp inspector judge justice king labour lady
lieutenant lord lt maj major minister miss mr mrs ms mx pc pope premier president prince princess principal prof professor queen
rabbi rep republican rev reverend saint secretary sen senator sergeant sgt sheriff sir spokesman spokesperson spokeswoman st
superintendent supervisor supt tory wpc
`);

/** Whether a word makes what it ends the name of a body: "Institute", "Council". */
export function isBodyWord(norm: string): boolean {
  return BODY.has(norm);
}

/** Whether a word of the run [from, end) makes it the name of a body; a lone one with capitals within is a brand. */
export function isBodyRun(reader: Reader, from: number, end: number): boolean {
  if (end - from === 1 && isBrand(reader, from)) return true;
  for (let i = from; i < end; i++) {
    const word = withoutPoint(reader.article.tokens.norms[i]!);
    if (isBodyWord(word) || reader.roles.get(i) === 'institution') return true;
  }
  return false;
}

/** "ElloryGas", "ELList", but not the surnames "McQuill" and "DeMarsh". */
function isBrand({ article: { text, tokens } }: Reader, i: number): boolean {
  return BRAND.test(text.slice(tokens.starts[i], tokens.ends[i]));
}

const BRAND =
  /^(?!(?:Ma?c|D[aeiu]|L[aeio]|V[ao]n|Fitz|O|St|Jo|Ru)\p{Lu}\p{Ll}+$)(?:\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+|\p{Lu}{2,}\p{Ll}{2,})$/u;

/** Whether a word is a title of people, with a point or without. */
export function isTitleWord(norm: string): boolean {
  return TITLE.has(withoutPoint(norm));
}

/** Whether a word is the title of a person, or a noun for one. */
export function isTitle(reader: Reader, i: number): boolean {
  const { norms, pos } = reader.article.tokens;
  return isTitleWord(norms[i] ?? '') || (reader.roles.get(i) === 'person' && pos[i] !== 'VERB');
}

/** A word without the point of a word in short. */
export function withoutPoint(norm: string): string {
  return norm.endsWith('.') ? norm.slice(0, -1) : norm;
}
