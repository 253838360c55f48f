/** Schemes that a link in the report may have; anything else could run code or open a file of the reader's machine. */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** Longer words than this get places to break: a browser lays out one unbroken run of a million letters for minutes. */
const LONGEST_WORD = 2000;
/** Stands in shown text where a long word may break; `html.ts` makes an element of it. */
export const BREAK = '\u200b';
const PIECE = 200;

/**
 * What cannot be seen but may change what is seen: control characters, bidirectional and other formatting characters,
 * zero-width characters, separators that act as line breaks, halves of surrogate pairs, noncharacters. Tab, line feed,
 * carriage return and the soft hyphen stay: they are white space or a place to break, and forge nothing.
 */
const UNSEEN = /(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}]/gu;

/** `url` in its normal form if its scheme is http, https or mailto, or if it is a place in the report (`#…`); else `null`. */
export function safeHref(url: string): string | null {
  if (/^#[\w.:-]+$/u.test(url)) return url;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  // A mail address keeps its characters when it is parsed, also those that could end an attribute.
  return SCHEMES.has(parsed.protocol) ? parsed.href.replace(/[\s"'<>]/gu, encodeURIComponent) : null;
}

/**
 * `text` as a reader may see it: each unseen character stands as a mark with its code point ("[U+202E]"), so that nothing
 * is lost and nothing turns the line round. Words over 2,000 UTF-16 units get a `BREAK` (a zero-width space) every 200;
 * since the text's own became marks, each one found in the result is such a place to break.
 */
export function showText(text: string): string {
  const marked = text.replace(UNSEEN, mark);
  return marked.length <= LONGEST_WORD ? marked : marked.replace(/\S+/gu, breakable);
}

function mark(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase();
  return `[U+${code.padStart(4, '0')}]`;
}

function breakable(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const characters = Array.from(word);
  const pieces: string[] = [];
  for (let i = 0; i < characters.length; i += PIECE) pieces.push(characters.slice(i, i + PIECE).join(''));
  return pieces.join(BREAK);
}
