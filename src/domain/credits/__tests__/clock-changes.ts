/** Last days of a pack on which clocks change: the zone, the change, the day, its last millisecond, and the end of it. */
export const CLOCK_CHANGES: [string, string, string, string, string][] = [
  ["America/New_York", "forward", "2027-03-14", "2027-03-15T03:59:59.999Z", "2027-03-15T04:00:00.000Z"],
  ["America/New_York", "back", "2027-11-07", "2027-11-08T04:59:59.999Z", "2027-11-08T05:00:00.000Z"],
  ["Europe/Stockholm", "forward", "2027-03-28", "2027-03-28T21:59:59.999Z", "2027-03-28T22:00:00.000Z"],
  ["Europe/Stockholm", "back", "2027-10-31", "2027-10-31T22:59:59.999Z", "2027-10-31T23:00:00.000Z"],
  ["Australia/Sydney", "back", "2027-04-04", "2027-04-04T13:59:59.999Z", "2027-04-04T14:00:00.000Z"],
  ["Australia/Sydney", "forward", "2027-10-03", "2027-10-03T12:59:59.999Z", "2027-10-03T13:00:00.000Z"],
]
