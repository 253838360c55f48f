/** One file of the bundled typefaces: a face (family, weight, style) in one script. */
export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** WOFF2, base64. */
  readonly data: string;
  /** Code points with a glyph in this file. */
  readonly covers: ReadonlySet<number>;
}

/**
 * `@font-face` rules for the files that `text` needs, each inlined as a data: URI. Of two files of one face that hold the
 * same character the earlier gives it, so that words and the spaces between them come from one file.
 */
export function fontFaces(text: string, fonts: readonly FontFile[]): string {
  const needed = codePointsIn(text);
  const given = new Map<string, Set<number>>();
  const rules: string[] = [];
  for (const font of fonts) {
    const face = `${font.family} ${font.weight} ${font.style}`;
    const before = given.get(face) ?? new Set();
    const own = [...font.covers].filter((code) => !before.has(code)).sort((a, b) => a - b);
    given.set(face, new Set([...before, ...own]));
    if (own.some((code) => needed.has(code))) rules.push(rule(font, own));
  }
  return rules.join('\n');
}

/**
 * The characters of `text` that no bundled font has, each once, in the order of their code points. A browser without other
 * fonts leaves them blank. White space, marks for breaking and what `showText` turns into marks need no glyph.
 */
export function missingGlyphs(text: string, fonts: readonly FontFile[]): readonly string[] {
  const covered = (character: string): boolean => fonts.some((font) => font.covers.has(codePoint(character)));
  // A composed letter is drawn from its parts where a font has only these.
  const drawn = (character: string): boolean =>
    covered(character) || Array.from(character.normalize('NFD')).every(covered);
  return [...new Set(text)]
    .filter((character) => !NO_GLYPH.test(character) && !drawn(character))
    .sort((a, b) => codePoint(a) - codePoint(b));
}

const NO_GLYPH = /[\s\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}]/u;

/** Each code point once, without a list of them all: a report may be longer than a list can be. */
function codePointsIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const character of text) found.add(codePoint(character));
  return found;
}

function codePoint(character: string): number {
  return character.codePointAt(0)!;
}

function rule(font: FontFile, own: readonly number[]): string {
  return (
    `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};` +
    `src:url(data:font/woff2;base64,${font.data}) format("woff2");unicode-range:${ranges(own)}}`
  );
}

/** Ascending code points as CSS ranges: `U+41-5A,U+61`. */
function ranges(codes: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const code of codes) {
    const last = parts.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else parts.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return parts.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
