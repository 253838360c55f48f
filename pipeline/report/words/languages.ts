import type { ReportLanguage } from '../../model.ts';
import { english, type Words } from './english.ts';
import { russian } from './russian.ts';

/** The words of each language that a report can be written in. */
export const languages: Readonly<Record<ReportLanguage, Words>> = { en: english, ru: russian };
