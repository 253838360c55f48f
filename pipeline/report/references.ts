/** A work as CSL-JSON holds it (Citation Style Language 1.0.2, schema csl-data): what a list of references needs of it. */
export interface Reference {
  readonly id: string;
  readonly type: 'article-journal' | 'paper-conference' | 'book' | 'report';
  readonly author: readonly { readonly family: string; readonly given: string }[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly title: string;
  readonly genre?: string;
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
}

/** Sources of the methods, by first author and year. A test holds that each is cited, and that each citation is here. */
export const REFERENCES: readonly Reference[] = [
  work(
    'article-journal',
    ['Benjamini, Y.', 'Hochberg, Y.'],
    1995,
    'Controlling the false discovery rate: a practical and powerful approach to multiple testing',
    { 'container-title': 'Journal of the Royal Statistical Society B', volume: '57', issue: '1', page: '289–300' },
  ),
  work(
    'report',
    ['Chamandy, N.', 'Muralidharan, O.', 'Najmi, A.', 'Naidu, S.'],
    2012,
    'Estimating uncertainty for massive data streams',
    { publisher: 'Google', genre: 'Technical report' },
  ),
  work('article-journal', ['Efron, B.'], 1987, 'Better bootstrap confidence intervals', {
    'container-title': 'Journal of the American Statistical Association',
    volume: '82',
    issue: '397',
    page: '171–185',
  }),
  work('book', ['Efron, B.', 'Tibshirani, R. J.'], 1993, 'An Introduction to the Bootstrap', {
    'publisher-place': 'New York',
    publisher: 'Chapman and Hall',
  }),
  work('article-journal', ['Gries, S. Th.'], 2008, 'Dispersions and adjusted frequencies in corpora', {
    'container-title': 'International Journal of Corpus Linguistics',
    volume: '13',
    issue: '4',
    page: '403–437',
  }),
  work(
    'paper-conference',
    ['Hamborg, F.', 'Donnay, K.'],
    2021,
    'NewsMTSC: a dataset for (multi-)target-dependent sentiment classification in political news articles',
    { 'container-title': 'Proceedings of EACL 2021', page: '1663–1675' },
  ),
  work(
    'paper-conference',
    ['Lafferty, J.', 'McCallum, A.', 'Pereira, F.'],
    2001,
    'Conditional random fields: probabilistic models for segmenting and labeling sequence data',
    { 'container-title': 'Proceedings of ICML 2001', page: '282–289' },
  ),
  work(
    'article-journal',
    ['Lijffijt, J.', 'Nevalainen, T.', 'Säily, T.', 'Papapetrou, P.', 'Puolamäki, K.', 'Mannila, H.'],
    2016,
    'Significance testing of word frequencies in corpora',
    { 'container-title': 'Digital Scholarship in the Humanities', volume: '31', issue: '2', page: '374–397' },
  ),
  work('book', ['Martin, J. R.', 'White, P. R. R.'], 2005, 'The Language of Evaluation: Appraisal in English', {
    'publisher-place': 'Basingstoke',
    publisher: 'Palgrave Macmillan',
  }),
  work(
    'article-journal',
    ['Monroe, B. L.', 'Colaresi, M. P.', 'Quinn, K. M.'],
    2008,
    'Fightin’ words: lexical feature selection and evaluation for identifying the content of political conflict',
    { 'container-title': 'Political Analysis', volume: '16', issue: '4', page: '372–403' },
  ),
  work(
    'paper-conference',
    ['Morante, R.', 'Daelemans, W.'],
    2012,
    'ConanDoyle-neg: annotation of negation in Conan Doyle stories',
    { 'container-title': 'Proceedings of LREC 2012', page: '1563–1568' },
  ),
  work(
    'article-journal',
    ['Newcombe, R. G.'],
    1998,
    'Interval estimation for the difference between independent proportions: comparison of eleven methods',
    { 'container-title': 'Statistics in Medicine', volume: '17', issue: '8', page: '873–890' },
  ),
  work(
    'paper-conference',
    ['Newell, E.', 'Margolin, D.', 'Ruths, D.'],
    2018,
    'An attribution relations corpus for political news',
    { 'container-title': 'Proceedings of LREC 2018' },
  ),
  work(
    'paper-conference',
    ['Nielsen, F. Å.'],
    2011,
    'A new ANEW: evaluation of a word list for sentiment analysis in microblogs',
    { 'container-title': 'Proceedings of the ESWC 2011 Workshop on Making Sense of Microposts', page: '93–98' },
  ),
  work(
    'paper-conference',
    ['Park, K.', 'Pan, Z.', 'Joo, J.'],
    2021,
    'Who blames or endorses whom? Entity-to-entity directed sentiment extraction in news text',
    { 'container-title': 'Findings of ACL-IJCNLP 2021' },
  ),
  work('paper-conference', ['Rayson, P.', 'Garside, R.'], 2000, 'Comparing corpora using frequency profiling', {
    'container-title': 'Proceedings of the Workshop on Comparing Corpora',
    page: '1–6',
  }),
  work('paper-conference', ['Rychlý, P.'], 2008, 'A lexicographer-friendly association score', {
    'container-title': 'Proceedings of Recent Advances in Slavonic Natural Language Processing (RASLAN 2008)',
    page: '6–9',
  }),
  work('article-journal', ['Searle, J. R.'], 1976, 'A classification of illocutionary acts', {
    'container-title': 'Language in Society',
    volume: '5',
    issue: '1',
    page: '1–23',
  }),
  work(
    'article-journal',
    ['Wilson, E. B.'],
    1927,
    'Probable inference, the law of succession, and statistical inference',
    { 'container-title': 'Journal of the American Statistical Association', volume: '22', page: '209–212' },
  ),
];

type Place = Omit<Reference, 'id' | 'type' | 'author' | 'issued' | 'title'>;

/** A work by authors as “Family, Given”. */
function work(
  type: Reference['type'],
  authors: readonly string[],
  year: number,
  title: string,
  place: Place,
): Reference {
  const author = authors.map((name) => {
    const [family = '', given = ''] = name.split(', ');
    return { family, given };
  });
  const id = `${author[0]!.family.toLowerCase()}-${year}`;
  return { id, type, author, issued: { 'date-parts': [[year]] }, title, ...place };
}
