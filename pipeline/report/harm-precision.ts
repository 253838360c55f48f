import type { HarmEvent, HarmForm } from '../model.ts';

/** How many of the acts of harm of one form, found in the articles of one group, were right when they were read by hand. */
export interface HarmPrecision {
  /** Group of the registry of outlets. */
  readonly group: 'russian' | 'western';
  readonly form: HarmForm;
  /** Events read. */
  readonly cases: number;
  /** How many of these are acts of harm at all, and how many have the right form, agent, patient and reality. */
  readonly right: Readonly<Record<'event' | keyof Pick<HarmEvent, 'form' | 'agent' | 'patient' | 'reality'>, number>>;
}

/** The command that prints these figures as shares with their intervals, from the coded events in `models/harm/gold`. */
export const HARM_PRECISION_COMMAND = 'npm run train -- harm-gold';

/** Hand-measured precision of acts of harm: 200 events, drawn and coded once. A test compares it with the codings. */
export const HARM_PRECISION: readonly HarmPrecision[] = [
  { group: 'russian', form: 'active', cases: 25, right: { event: 22, form: 22, agent: 21, patient: 20, reality: 19 } },
  {
    group: 'russian',
    form: 'passive with agent',
    cases: 25,
    right: { event: 25, form: 25, agent: 25, patient: 22, reality: 24 },
  },
  {
    group: 'russian',
    form: 'passive without agent',
    cases: 25,
    right: { event: 23, form: 23, agent: 23, patient: 19, reality: 22 },
  },
  {
    group: 'russian',
    form: 'nominalised',
    cases: 25,
    right: { event: 24, form: 24, agent: 24, patient: 22, reality: 20 },
  },
  { group: 'western', form: 'active', cases: 25, right: { event: 25, form: 23, agent: 18, patient: 23, reality: 25 } },
  {
    group: 'western',
    form: 'passive with agent',
    cases: 25,
    right: { event: 25, form: 25, agent: 25, patient: 21, reality: 25 },
  },
  {
    group: 'western',
    form: 'passive without agent',
    cases: 25,
    right: { event: 25, form: 23, agent: 23, patient: 22, reality: 24 },
  },
  {
    group: 'western',
    form: 'nominalised',
    cases: 25,
    right: { event: 25, form: 25, agent: 19, patient: 23, reality: 24 },
  },
];
