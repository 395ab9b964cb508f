/** The calendar date of an instant in a zone, as the server writes dates. Canadians write it the same way. */
export const localDay = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(instant))
