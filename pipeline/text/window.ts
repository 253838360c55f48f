/** First and last day (ISO) of a stretch of time; `null`: no bound. */
export interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether a day lies within a window. What has no date lies in a window without bounds alone. */
export function inWindow(date: string | null, { from, to }: Window): boolean {
  if (date === null) return from === null && to === null;
  return (from === null || date >= from) && (to === null || date <= to);
}
