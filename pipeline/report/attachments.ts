import type { Citation } from './citation.ts';

/** A file within the PDF. */
export interface Attachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly description: string;
  readonly text: string;
}

/** What a report stands on, as files that its PDF carries along; by name, as a PDF's list of files must be. */
export function attachmentsOf(record: string, ledger: string, { bibtex, csl }: Citation): readonly Attachment[] {
  return [
    { name: 'citation.bib', type: 'text/x-bibtex', description: 'How to cite, for BibTeX', text: `${bibtex}\n` },
    { name: 'citation.json', type: 'application/json', description: 'How to cite, as CSL-JSON', text: `${csl}\n` },
    { name: 'ledger.jsonl', type: 'application/jsonl', description: 'The claim ledger', text: ledger },
    { name: 'run-record.json', type: 'application/json', description: 'Study, inputs and versions', text: record },
  ];
}
