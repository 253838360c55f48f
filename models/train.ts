import { printAblation } from './attribution/train/ablation.ts';
import { printReliability } from './attribution/train/calibrate.ts';
import { printErrors } from './attribution/train/errors.ts';
import { printFigures } from './attribution/train/figures.ts';
import { trainAttribution } from './attribution/train/train.ts';
import { printFrameFigures, trainFrames } from './frames/train/train.ts';
import { printRoleFigures, trainRoles } from './roles/train/train.ts';
import { drawHarms } from './harm/gold/draw.ts';
import { printHarmGold } from './harm/gold/figures.ts';
import { printAgreement } from './stance/gold/agreement.ts';
import { drawStatements } from './stance/gold/draw.ts';
import { printStanceGold } from './stance/gold/figures.ts';
import { printToward } from './stance/train/toward.ts';
import { printStanceFigures, trainStance } from './stance/train/train.ts';

/** `npm run train -- <task> [folder]`: trains a model again from its gold, or prints what its card tells. */
const TASKS: Readonly<Record<string, { readonly gold: string; readonly run: typeof trainAttribution }>> = {
  attribution: { gold: '../shared/gold/polnear/train', run: trainAttribution },
  'attribution-figures': { gold: '../shared/gold', run: printFigures },
  'attribution-ablation': { gold: '../shared/gold', run: printAblation },
  'attribution-reliability': { gold: '../shared/gold', run: printReliability },
  'attribution-errors': { gold: '../shared/gold', run: printErrors },
  frames: { gold: '../shared/gold/narrative-frames', run: trainFrames },
  'frames-figures': { gold: '../shared/gold/narrative-frames', run: printFrameFigures },
  roles: { gold: '../shared/gold/narrative-frames', run: trainRoles },
  'roles-figures': { gold: '../shared/gold/narrative-frames', run: printRoleFigures },
  stance: { gold: '../shared/gold/newsmtsc', run: trainStance },
  'stance-toward': { gold: '../shared/gold', run: printToward },
  'stance-draw': { gold: '../shared/corpora/ukraine-2022/articles.jsonl', run: drawStatements },
  'stance-agreement': { gold: 'models/stance/gold', run: printAgreement },
  'stance-gold': { gold: '../shared/corpora/ukraine-2022/articles.jsonl', run: printStanceGold },
  'harm-draw': { gold: '../shared/corpora/ukraine-2022/articles.jsonl', run: drawHarms },
  'harm-gold': { gold: '../shared/corpora/ukraine-2022/articles.jsonl', run: printHarmGold },
  'stance-figures': { gold: '../shared/gold/newsmtsc', run: printStanceFigures },
};

const [name = '', folder] = process.argv.slice(2);
const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
if (task === undefined) {
  process.stderr.write(`Name what to do: ${Object.keys(TASKS).join(', ')}.\n`);
  process.exitCode = 2;
} else task.run(folder ?? task.gold, (line) => process.stderr.write(`${line}\n`));
