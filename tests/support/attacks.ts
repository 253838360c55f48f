/** A server that nobody may ask, and a file that nobody may read. */
export const WEB = 'http://127.0.0.1:9471';
export const FILE = 'file:///etc/hostname';

/** Words that an article may hold and that must stay words, wherever a report shows or stores them. */
export const ATTACK_WORDS: readonly [trap: string, words: string][] = [
  // Mark-up.
  ['a script', `<script>document.title='RAN';fetch('${WEB}/a')</script>`],
  ['a script that is a module', `<script type=module src=${WEB}/m></script>`],
  ['the end of a data block', '</script><script>alert(1)</script>'],
  ['a picture with a handler', `<img src=${WEB}/i onerror=alert(1)>`],
  ['a frame on a file', `<iframe src=${FILE}></iframe>`],
  ['a frame with a page of its own', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['an object', `<object data=${FILE}></object><embed src=${FILE}>`],
  ['a refresh', `<meta http-equiv=refresh content=0;url=${FILE}>`],
  ['a base', `<base href=${WEB}/b/>`],
  ['a hint to fetch', `<link rel=prefetch href=${WEB}/p>`],
  ['a form', `<form action=${WEB}/f><input autofocus onfocus=submit()>`],
  ['media', `<video src=${WEB}/v autoplay poster=${WEB}/q></video>`],
  ['the end of all elements', '</style></title></textarea></svg></table></body></html>'],
  ['a comment that never ends', '<!-- --!> <!--'],
  ['a section of characters', '<![CDATA[ <b>x</b> ]]>'],
  ['an instruction', '<?xml-stylesheet href="x.css"?>'],
  ['an attribute’s end', `" onmouseover="alert(1)" x='`],
  ['entities', '&lt;script&gt; &#x3C;script&#62; &nbsp; &amp;amp;'],
  ['a page number’s slot', '<span class="page" data-page-of="summary">000</span>'],
  // Templates.
  ['an expression', '{{constructor}} {{this}} {{@root.title}}'],
  ['an unescaped expression', '{{{title}}} {{&title}}'],
  ['a block', '{{#with this}}x{{/with}} {{#each .}}y{{/each}}'],
  ['a part', '{{> report}} {{> (lookup . "x")}}'],
  ['other languages of templates', '${process.exit(1)} #{7*7} <%= 7*7 %> [[7*7]] {% x %}'],
  ['patterns of replacements', "$& $1 $` $' $$ \\1 %s %n"],
  // Styles.
  ['an import', `<style>@import url(${WEB}/c);</style>`],
  ['a rule', `} * { display: none } @page { size: 1px } .x{background:url(${WEB}/d)`],
  ['a style’s function', 'expression(alert(1)) -moz-binding:url(x) \\3c script\\3e'],
  // SVG.
  ['a drawing with a handler', '<svg onload=alert(1)><set attributeName=href to=javascript:alert(1) /></svg>'],
  ['a drawing that uses another', `<svg><use href=${WEB}/u#x /><image href=${FILE} /></svg>`],
  ['a page within a drawing', '<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>'],
  ['mathematics', '<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>'],
  // Addresses.
  ['a script’s address', '<a href=javascript:alert(1)>go</a> JaVaScRiPt:alert(1)'],
  ['an address of data', 'data:text/html,<script>alert(1)</script>'],
  ['a file’s address', `<a href=${FILE}>read</a>`],
  ['a server’s share', '\\\\evil.example\\share and //evil.example/x'],
  // What is not seen.
  ['overrides of direction', 'left \u202eright\u202c \u202dleft\u202c'],
  ['isolates', '\u2066in\u2069 \u2067in\u2069 \u2068in\u2069 \u200e\u200f\u061c'],
  ['zero-width characters', 'ze\u200bro wi\u200cdth jo\u200din \u2060word \ufeffmark'],
  ['control characters', 'nu\u0000ll es\u001b[31mc be\u0007ll de\u007fl ne\u0085l'],
  ['separators of lines', 'one\u2028two\u2029three'],
  ['halves of characters', 'ha\ud800lf lo\udc00w'],
  ['noncharacters and tags', 'a\ufffe b\u{1ffff} c\u{e0041}\u{e007f} d\u{1d173}'],
  ['variation selectors and fillers', 'a\ufe0f b\u034f c\u115f d\u3164 e\u17b4'],
  // Formulas.
  ['a command', "=cmd|' /C calc'!A0"],
  ['a plus', "+cmd|' /C calc'!A0"],
  ['a minus', '-2+3+cmd|x'],
  ['an at sign', '@SUM(1+1)*cmd'],
  ['a formula that asks', `=HYPERLINK("${WEB}/h","go")`],
  ['a formula behind a tab', '\t=1+1'],
  ['a full-width formula', '＝1+1'],
  ['quotation marks, commas and lines', '","=1+1",\n=2+2'],
  // Size.
  ['a word of twenty thousand letters', 'x'.repeat(20_000)],
  ['a thousand marks', '“'.repeat(1000)],
  ['letters with a hundred accents', `a${'\u0301'.repeat(100)}b`],
];
