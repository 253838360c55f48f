import type { Period } from '../../model.ts';

/** The first day (ISO) of the day, week (from Monday, ISO 8601) or month that a date lies in; `null` without a date. */
export function periodStart(date: string | null, period: Period): string | null {
  if (date === null || period === 'day') return date;
  if (period === 'month') return `${date.slice(0, 'YYYY-MM'.length)}-01`;
  const day = new Date(`${date}T00:00:00Z`);
  const sinceMonday = (day.getUTCDay() + SUNDAY_LAST) % DAYS;
  day.setUTCDate(day.getUTCDate() - sinceMonday);
  return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
}

const DAYS = 7;
/** JavaScript counts days of the week from Sunday. */
const SUNDAY_LAST = 6;
