import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml, withoutScript } from '../../pipeline/report/html.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { METADATA } from '../support/print-fixture.ts';
import { sharedPrinter } from '../support/printing.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { sampleResult, sampleStudy } from '../support/sample-result.ts';
import { hasVeraPdf, validateUa1, type Validation } from '../support/verapdf.ts';

const SLOW = 180_000;
/** The sample's one sign that no font has, there for other tests. */
const SHIP = '\u{1F6A2}';
const assets = readAssets();

describe.skipIf(!hasVeraPdf)('by veraPDF’s profile of PDF/UA-1 (skipped where VERAPDF names none)', () => {
  const printer = sharedPrinter();
  const validated = async (result: Parameters<typeof buildView>[0], standard: typeof METADATA.standard) => {
    const html = withoutScript(renderHtml(buildView(result), assets)).replaceAll(SHIP, 'ship');
    return validateUa1((await printer().print(html, { ...METADATA, standard })).pdf);
  };

  test(
    'the committed report passes every check',
    () => {
      const seed = readFileSync(new URL('../../reports/seed/latest/report.pdf', import.meta.url));
      expect(told('The example study', validateUa1(seed)).faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'a report with contrasts passes every check',
    async () => {
      expect(told('A contrasted sample', await validated(contrastedResult(), 'PDF/UA-1')).faults).toEqual([]);
    },
    SLOW,
  );

  test(
    'letters that no font has fail, which is why such a report declares nothing',
    async () => {
      const study = { ...sampleStudy, title: 'Port 港口关闭' };
      const { faults } = told('Letters without a glyph', await validated(sampleResult({ study }), null));
      expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(['5-1', '7.21.7-1', '7.21.8-1']);
    },
    SLOW,
  );
});

function told(what: string, validation: Validation): Validation {
  const { rules, checks, faults } = validation;
  const failed = faults.map((fault) => `\n  ${fault}`).join('');
  process.stdout.write(
    `${what}: ${rules.passed} rules and ${checks.passed} checks passed, ${rules.failed} and ${checks.failed} failed${failed}\n`,
  );
  return validation;
}
