/**
 * `record` as the text of a data block: JSON in which nothing can end a script element, open a comment or break a line, and
 * no character is unseen: `<`, U+2028, U+2029 and all control and formatting characters are escaped.
 */
export function recordJson(record: object): string {
  const escape = (text: string): string =>
    Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(record, null, 2).replace(HIDDEN, escape);
}

/**
 * `page` with `json`, as `recordJson` makes it, as the last thing in its body. A block of this type is data: no browser runs
 * it, and a policy that forbids scripts lets it stand.
 */
export function withRecord(page: string, json: string): string {
  const end = page.lastIndexOf('</body>');
  return `${page.slice(0, end)}<script type="application/json" id="run-record">${json}</script>\n${page.slice(end)}`;
}

/** All of them within the strings of JSON but its line feeds, which lie between. */
const HIDDEN = /<|(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{NChar}]/gu;
