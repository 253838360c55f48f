// One command for all that is measured by time or by chance: `npm run bench` for the stages, and by name
// `calibration` (how often nothing is called a difference), `planted` (whether intervals hold what was planted), `contrasts` (time and
// memory of the comparison), `page` (size and times of the page of a large report), `pdf` (time and memory of the print) and `map` (speed, threads and memory of
// what is done article by article, and how much of it a second run does).

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  calibration: async () => {
    await (await import('./calibration.ts')).calibration(process.argv.slice(3));
  },
  planted: async () => {
    (await import('./planted.ts')).planted(process.argv.slice(3));
  },
  map: async () => {
    await (await import('./map.ts')).map(process.argv.slice(3));
  },
  pdf: async () => {
    await (await import('./pdf.ts')).pdf();
  },
  contrasts: async () => {
    await (await import('./comparison.ts')).comparison(process.argv.slice(3));
  },
  page: async () => {
    await (await import('./page.ts')).page(process.argv.slice(3));
  },
};

const name = process.argv[2] ?? '';
await (BENCHES[name] ?? (() => import('./stages.ts')))();
