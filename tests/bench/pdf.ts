import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../pipeline/report/pdf/launch.ts';
import { printPage } from '../../pipeline/report/pdf/page.ts';
import { openPrinter } from '../../pipeline/report/pdf/pdf.ts';
import { realBrowser } from '../support/machine.ts';
import { METADATA, reportHtml } from '../support/print-fixture.ts';
import { descendants } from '../support/processes.ts';

// The whole PDF stage (start and test of the browser, two passes or more, metadata, tags, artifacts, links) over one bare tagged
// print of the same page by the same browser, its start included; and over WeasyPrint on the same page, where it is installed.

const CHAPTERS = [12, 114, 557] as const;
const DEADLINE = 600_000;
const EVERY_MS = 100;

/** Prints one line a size: pages, seconds of each, ratios, and the peak of this process and its browser's together. */
export async function pdf(): Promise<void> {
  // Unpacks the browser and compiles the code, neither of which is measured.
  await whole(reportHtml(1));
  for (const chapters of CHAPTERS) {
    const html = reportHtml(chapters);
    const bare = await timed(() => barePrint(html));
    const peak = peakMemory();
    const stage = await timed(() => whole(html));
    const megabytes = peak.stop();
    const other = weasyprint(html);
    const told =
      other === null
        ? 'WeasyPrint is not installed'
        : `WeasyPrint ${seconds(other)} (${(other / stage.ms).toFixed(1)} times as long)`;
    console.log(
      `${stage.value.toFixed()} pages: stage ${seconds(stage.ms)}, bare print ${seconds(bare.ms)}, ratio ${(stage.ms / bare.ms).toFixed(2)}; peak ${megabytes.toFixed()} MB; ${told}`,
    );
  }
}

async function whole(html: string): Promise<number> {
  const printer = await openPrinter({ browser: null, cache: null });
  if (printer.kind === 'none') throw new Error(printer.message);
  try {
    return (await printer.print(html, METADATA)).pages;
  } finally {
    await printer.close();
  }
}

async function barePrint(html: string): Promise<void> {
  const started = await launch(await realBrowser(), process.env);
  if ('notStarted' in started) throw new Error(started.notStarted);
  try {
    await printPage(started.browser, html, 'tagged', AbortSignal.timeout(DEADLINE));
  } finally {
    await started.close();
  }
}

/** Milliseconds of WeasyPrint; `null` where it is not installed. */
function weasyprint(html: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  try {
    writeFileSync(join(folder, 'page.html'), html);
    const start = performance.now();
    const { status } = spawnSync('weasyprint', ['--quiet', join(folder, 'page.html'), join(folder, 'page.pdf')]);
    return status === 0 ? performance.now() - start : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Looks now and then how much memory this process and all that it started hold; pages that several share count once. */
function peakMemory(): { readonly stop: () => number } {
  let most = 0;
  const look = () => {
    most = Math.max(
      most,
      [process.pid, ...descendants(process.pid)].reduce((sum, pid) => sum + held(pid), 0),
    );
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** Proportional set size in megabytes; 0 of what has ended, or may not be looked at. */
function held(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid.toFixed()}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
