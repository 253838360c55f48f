import { spawnSync } from 'node:child_process';

type Tool = 'pdfinfo' | 'pdffonts' | 'pdftotext';

/** Whether Poppler's tools are installed. Tests that need them are shown as skipped where they are not. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;

/** What one of Poppler's tools prints about a PDF; throws with its complaints if it has any. */
export function poppler(tool: Tool, options: readonly string[], pdf: Uint8Array): string {
  const { stdout, stderr } = spawnSync(tool, [...options, '-', ...(tool === 'pdftotext' ? ['-'] : [])], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (stderr !== '') throw new Error(`${tool}: ${stderr}`);
  return stdout;
}
