import { trainAttribution } from './attribution/train/train.ts';

/** `npm run train -- <model> [folder]`: trains a model again from its gold. */
const MODELS: Readonly<Record<string, { readonly gold: string; readonly train: typeof trainAttribution }>> = {
  attribution: { gold: '../shared/gold/polnear/train', train: trainAttribution },
};

const [name = '', folder] = process.argv.slice(2);
const model = Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
if (model === undefined) {
  process.stderr.write(`Name the model to train: ${Object.keys(MODELS).join(', ')}.\n`);
  process.exitCode = 2;
} else model.train(folder ?? model.gold, (line) => process.stderr.write(`${line}\n`));
