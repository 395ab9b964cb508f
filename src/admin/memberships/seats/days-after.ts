const DAY_MS = 86_400_000

/** In UTC every day has 24 hours, so that no calendar library has to come with the page. */
export const daysAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
