// Dates of birth of people who shall have an age whenever a demo runs: on the first of January, of that age all year.

/** @param {string} today a calendar date, such as `2026-03-01` */
export const bornOn = (today, age) => `${Number(today.slice(0, 4)) - age}-01-01`
