import Sentiment from 'sentiment';
import { remembered } from '../text/remembered.ts';

const afinn = new Sentiment();

/**
 * Valence of one word in lower case by AFINN-165 (Nielsen 2011, as the package `sentiment` carries it), −5 … 5; 0 where
 * it has none. The package is asked for one word at a time, and only for words: it would cut an address into pieces.
 */
export const valenceOfWord = remembered((word) => (/^[\p{L}'-]+$/u.test(word) ? afinn.analyze(word).score : 0));
