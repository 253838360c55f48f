/** The rules that keep the house in order. `tests/architecture.test.ts` runs them and checks that modules were read at all. */
const STAGES = ['read', 'tokenise', 'attribute', 'score', 'compare', 'report', 'evaluate'];
const PURE = '^pipeline/(tokenise|attribute|score|compare|text|stats|evaluate)/';

module.exports = {
  forbidden: [
    ...STAGES.map((stage) => ({
      name: `stage-${stage}-stands-alone`,
      comment: 'Stages never import each other; run.ts joins them.',
      severity: 'error',
      from: { path: `^pipeline/${stage}/` },
      to: { path: `^pipeline/(${STAGES.filter((other) => other !== stage).join('|')})/` },
    })),
    {
      name: 'pure-folders-touch-nothing',
      comment: 'No file, clock, network or random source; wink-nlp and sentiment are the packages they may use.',
      severity: 'error',
      from: { path: PURE },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        pathNot: 'node_modules/(wink-nlp|wink-eng-lite-web-model|sentiment)/',
      },
    },
    {
      name: 'pure-folders-import-pure',
      comment: 'They use model, issue, text and stats, and themselves.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '^pipeline/',
        pathNot: '^pipeline/(tokenise|attribute|score|compare|text|stats|evaluate)/|^pipeline/(model|issue|gold)\\.ts$',
      },
    },
    {
      name: 'accuracy-is-measured-from-outside',
      comment: 'Only evaluation.ts calls evaluate/: nothing that analyses may know how it is judged.',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/(evaluate/|evaluation\\.ts$)' },
      to: { path: '^pipeline/evaluate/' },
    },
    {
      name: 'no-stage-sees-gold',
      comment: 'Types of gold are for those who read, score and write them.',
      severity: 'error',
      from: {
        path: '^pipeline/(tokenise|attribute|score|compare|report|text|stats)/|^pipeline/(run|study|model)\\.ts$',
      },
      to: { path: '^pipeline/(gold|evaluation)\\.ts$' },
    },
    {
      name: 'model-imports-nothing',
      severity: 'error',
      from: { path: '^pipeline/model\\.ts$' },
      to: {},
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-tests-in-pipeline', severity: 'error', from: { path: '^pipeline/' }, to: { path: '^tests/' } },
    {
      name: 'world-has-four-doors',
      comment:
        'Only read/, store/, report/pdf/, report/assets.ts (templates and fonts) and the command line touch the world.',
      severity: 'error',
      from: {
        path: '^pipeline/',
        pathNot:
          '^pipeline/(read|store|report/pdf)/|^pipeline/(cli|arguments|run|record|pool|worker|stage-keys)\\.ts$|^pipeline/report/assets\\.ts$|^pipeline/parallax\\.js$',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(url|zlib)$' },
    },
    { name: 'must-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
