import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PdfMetadata } from '../../pipeline/report/pdf/metadata.ts';

/** A small document with all that a printed report has: contents, chapters, a list, a table, a chart, links, running heads. */
export function reportHtml(chapters: number): string {
  const numbers = Array.from({ length: chapters }, (_, index) => (index + 1).toFixed());
  const entries = numbers.map(
    (n) =>
      `<li><a href="#chapter-${n}">${chapterTitle(n)}</a> <span class="page" data-page-of="chapter-${n}">000</span></li>`,
  );
  const body = `<h1>The Harbour Gazette and its voices</h1><nav><ol>${entries.join('')}</ol></nav>${numbers.map(chapter).join('')}`;
  return `<!doctype html><html lang="en-GB"><head><title>As the browser has it</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

export function chapterTitle(n: string): string {
  return `Chapter ${n}: what the mayor of Port Ilex said`;
}

export const METADATA: PdfMetadata = {
  title: 'Who says what in Port Ilex',
  authors: ['Ada Quill', 'Ivo Marsh'],
  subject: 'How do two papers quote the mayor?',
  language: 'en-GB',
  date: '2021-07-01',
  page: (n) => `Page ${n}`,
  standard: null,
  attachments: [],
};

function chapter(n: string): string {
  return `<h2 id="chapter-${n}">${chapterTitle(n)}</h2>
<p>The paper <em>quotes</em> her <strong>twice</strong>; see <a href="https://harbour-gazette.example/${n}">the article</a>.</p>
<ul><li>one</li><li><p>two</p></li></ul>
<table><caption>Words</caption><thead><tr><th scope="col">Voice</th><th scope="col">Words</th></tr></thead><tr><td>Mayor</td><td>${n}</td></tr></table>
<figure role="group"><svg role="img" aria-label="A bar of ${n} words" width="100" height="20"><rect width="90" height="20"/></svg><figcaption>Bar</figcaption></figure>
<p>${'“We shall rebuild the pier,” said the mayor, and the council agreed. '.repeat(40)}</p>`;
}

function face(weight: string): string {
  const file = `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}.woff2`;
  const data = readFileSync(createRequire(import.meta.url).resolve(file)).toString('base64');
  const [number = '', style = ''] = weight.split('-');
  return `@font-face{font-family:Own;font-weight:${number};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
}

const STYLE = `${['400-normal', '700-normal', '400-italic'].map(face).join('')}
@page{size:A4;margin:20mm;@bottom-right{content:counter(page);font:9pt Own}}
html{font:11pt/1.4 Own;text-rendering:geometricPrecision}
.page{display:inline-block;min-width:3ch;text-align:right}
ul li{border-bottom:1pt solid}h2{border-bottom:1pt solid}th{background:#eee}`;
