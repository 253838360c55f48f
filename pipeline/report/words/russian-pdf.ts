import type { Words } from './english.ts';

/** The words that only the PDF has, in Russian. */
export const russianPdf: Words['pdf'] = {
  page: (n) => `Страница ${n}`,
  attachments: {
    'citation.bib': 'Как ссылаться, для BibTeX',
    'citation.json': 'Как ссылаться, в формате CSL-JSON',
    'ledger.jsonl': 'Реестр утверждений',
    'run-record.json': 'Исследование, входные данные и версии',
  },
};
