import type { Citation } from './citation.ts';
import type { Words } from './words/english.ts';

/** A file within the PDF. */
export interface Attachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly description: string;
  readonly text: string;
}

/** What a report stands on, as files that its PDF carries along; by name, as a PDF's list of files must be. */
export function attachmentsOf(
  record: string,
  ledger: string,
  { bibtex, csl }: Citation,
  { pdf: { attachments: say } }: Pick<Words, 'pdf'>,
): readonly Attachment[] {
  return [
    { name: 'citation.bib', type: 'text/x-bibtex', description: say['citation.bib'], text: `${bibtex}\n` },
    { name: 'citation.json', type: 'application/json', description: say['citation.json'], text: `${csl}\n` },
    { name: 'ledger.jsonl', type: 'application/jsonl', description: say['ledger.jsonl'], text: ledger },
    { name: 'run-record.json', type: 'application/json', description: say['run-record.json'], text: record },
  ];
}
