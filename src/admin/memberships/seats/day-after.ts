const DAY_MS = 86_400_000

/** The first day without something, of the last day with it. In UTC every day has 24 hours. */
export const dayAfter = (last_on: string): string =>
  new Date(Date.parse(`${last_on}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
