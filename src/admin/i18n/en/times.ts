/** Times of the week at which something is open; loaded with the forms that ask for them (`forms/times/words.ts`). */
export const times = {
  anytime: "At any time",
  anytimeHint: "Whenever the location is open.",
  windows: "Times",
  windowsHint:
    "In the time of the location. Without an end it is the end of the day; for a time past midnight make two.",
  window: "Time {{number}}",
  weekdays: "Weekdays",
  from: "From",
  until: "Until",
  untilWrong: "A time ends after it begins; for one past midnight make two.",
  add: "Add a time",
  remove: "Remove time {{number}}",
}
