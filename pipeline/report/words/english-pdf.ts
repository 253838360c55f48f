/** The words that only the PDF has, in English. */
export const pdfWords = {
  /** Where a link within the report leads, for those who hear it. */
  page: (n: number) => `Page ${n}`,
  /** What each attachment is. */
  attachments: {
    'citation.bib': 'How to cite, for BibTeX',
    'citation.json': 'How to cite, as CSL-JSON',
    'ledger.jsonl': 'The claim ledger',
    'run-record.json': 'Study, inputs and versions',
  },
};
