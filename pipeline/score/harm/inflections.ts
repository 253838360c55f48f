/** The form of a verb: its base, its third person, past tense or participle, or "-ing". */
export type Inflection = 'base' | 'third' | 'past' | 'ing';

/**
 * All forms of an English verb or of a phrase that begins with one ("fire on"), each with what form it is. Regular by rule;
 * what no rule gives stands in `IRREGULAR`. Past tense and participle are one.
 */
export function verbForms(phrase: string): readonly (readonly [form: string, inflection: Inflection])[] {
  const [verb = '', ...rest] = phrase.split(' ');
  return formsOf(verb).map(([form, inflection]) => [[form, ...rest].join(' '), inflection]);
}

/** The plural of a noun or of a phrase that ends in one, by rule. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

function formsOf(verb: string): readonly (readonly [string, Inflection])[] {
  const [past, ing] = IRREGULAR.get(verb) ?? [[regularPast(verb)], regularIng(verb)];
  return [[verb, 'base'], [pluralOf(verb), 'third'], ...past.map((form) => [form, 'past'] as const), [ing, 'ing']];
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}

function regularIng(verb: string): string {
  return `${verb.endsWith('e') ? verb.slice(0, -1) : verb}ing`;
}

const IRREGULAR: ReadonlyMap<string, readonly [past: readonly string[], ing: string]> = new Map([
  ['shoot', [['shot'], 'shooting']],
  ['strike', [['struck', 'stricken'], 'striking']],
  ['hit', [['hit'], 'hitting']],
  ['slay', [['slew', 'slain'], 'slaying']],
  ['gun', [['gunned'], 'gunning']],
  ['kidnap', [['kidnapped', 'kidnaped'], 'kidnapping']],
  ['blow', [['blew', 'blown'], 'blowing']],
  ['burn', [['burned', 'burnt'], 'burning']],
  ['wipe', [['wiped'], 'wiping']],
  ['bury', [['buried'], 'burying']],
  ['level', [['leveled', 'levelled'], 'leveling']],
  ['rob', [['robbed'], 'robbing']],
  ['ban', [['banned'], 'banning']],
  ['stop', [['stopped'], 'stopping']],
  ['drag', [['dragged'], 'dragging']],
  ['ship', [['shipped'], 'shipping']],
  ['plot', [['plotted'], 'plotting']],
  ['expel', [['expelled'], 'expelling']],
  ['repel', [['repelled'], 'repelling']],
  ['deter', [['deterred'], 'deterring']],
  ['commit', [['committed'], 'committing']],
  ['rig', [['rigged'], 'rigging']],
  ['give', [['gave', 'given'], 'giving']],
  ['send', [['sent'], 'sending']],
  ['stand', [['stood'], 'standing']],
  ['steal', [['stole', 'stolen'], 'stealing']],
  ['do', [['did', 'done'], 'doing']],
  ['break', [['broke', 'broken'], 'breaking']],
  ['lend', [['lent'], 'lending']],
  ['fight', [['fought'], 'fighting']],
  ['beat', [['beat', 'beaten'], 'beating']],
  ['overthrow', [['overthrew', 'overthrown'], 'overthrowing']],
  ['bear', [['bore', 'borne'], 'bearing']],
  ['hide', [['hid', 'hidden'], 'hiding']],
  ['lie', [['lied'], 'lying']],
  ['withdraw', [['withdrew', 'withdrawn'], 'withdrawing']],
  ['mislead', [['misled'], 'misleading']],
  ['hold', [['held'], 'holding']],
  ['pay', [['paid'], 'paying']],
]);
