// Who buys what from the demo studio, and what happens to them in a year. Everything follows from the seed.

export const CARDS = {
  paid: "4242424242424242",
  paid_mastercard: "5555555555554444",
  declined: "4000000000000002",
  insufficient_funds: "4000000000009995",
  expired: "4000000000000069",
  three_d_secure: "4000000000003220",
  silent_but_taken: "4000000000000408",
  silent: "4000000000001406",
  too_many_requests: "4000000000000424",
  bank_error: "4000000000000507",
}

const anybody = (count) => ({ seats: [{ classification_id: null, count }] })
const aged = (...ages) => ({ ages })
/** Somebody whom staff know by name, and who can be checked in. */
const KNOWN = { is_known: true }

/**
 * In the order in which a shorter run takes them. Days count from the household's purchase; `card` pays renewals, the
 * purchase itself is always paid.
 */
const STORIES = [
  {
    ...{ plan: "unlimited-monthly", wish: anybody(1), card: "paid" },
    acts: [
      { day: 40, do: "hold", days: 14 },
      { day: 68, do: "refund_renewal", share: 0.5 },
    ],
  },
  { plan: "ten-classes", wish: KNOWN, visits: { service: "Yoga class", every: 8 } },
  { plan: "family", wish: aged(38, 36, 12, 6), card: "insufficient_funds" },
  {
    ...{ plan: "unlimited-monthly", wish: anybody(1), card: "declined" },
    acts: [
      { day: 36, do: "use_card", card: "paid_mastercard" },
      { day: 50, do: "cancel" },
    ],
  },
  { plan: "friends", wish: anybody(3), card: "three_d_secure", confirms: true },
  { plan: "unlimited-quarterly", wish: anybody(1), card: "silent_but_taken" },
  { plan: "climbing-circle", wish: aged(40, 15, 9), card: "silent" },
  {
    ...{ plan: "daytime", wish: { ...KNOWN, age: 30 }, card: "paid" },
    ...{ visits: { service: "Climbing floor", every: 9 }, acts: [{ day: 70, do: "hold", days: 21 }] },
  },
  { plan: "family", wish: aged(45, 44, 16, 10, 7), card: "paid", acts: [{ day: 150, do: "cancel" }] },
  {
    ...{ plan: "ten-classes", wish: KNOWN, visits: { service: "Dance class", every: 20, times: 4 } },
    acts: [{ day: 110, do: "refund_sale" }],
  },
  { plan: "unlimited-annual", wish: anybody(1), card: "paid" },
  {
    ...{ plan: "unlimited-monthly", wish: anybody(1), card: "paid" },
    acts: [
      { day: 95, do: "hold", days: 30 },
      { day: 200, do: "hold", days: 10 },
    ],
  },
  { plan: "company", wish: anybody(4), card: "paid_mastercard" },
  { plan: "unlimited-monthly", wish: anybody(1), card: "expired" },
  {
    ...{ plan: "unlimited-monthly", wish: anybody(1), card: "insufficient_funds" },
    acts: [{ day: 130, do: "refund_renewal", share: 1 }],
  },
  { plan: "friends", wish: anybody(2), card: "too_many_requests" },
  { plan: "unlimited-monthly", wish: anybody(1), card: "bank_error" },
  { plan: "two-weeks-to-try", wish: anybody(1), acts: [{ day: 16, do: "buy", plan: "unlimited-monthly" }] },
  { plan: "childrens-dance-term", wish: aged(9), starts_after: 10 },
  {
    ...{ plan: "ten-classes", wish: KNOWN, visits: { service: "Yoga class", every: 30 } },
    acts: [{ day: 180, do: "buy", plan: "ten-classes" }],
  },
]

const NAMES = ["Ada", "Ben", "Cleo", "Dario", "Elif", "Finn", "Gina", "Hugo", "Ines", "Jona"]

/** Small, and the same on every machine. */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @returns households with what they do, each act with its day of the year */
export function makeHouseholds({ count, seed, days }) {
  const random = randomOf(seed)
  const between = (from, to) => from + Math.floor(random() * (to - from + 1))
  return Array.from({ length: count }, (_, at) => {
    const { acts = [], visits, confirms, ...story } = STORIES[at % STORIES.length]
    const bought = between(0, 13)
    const moved = acts.map((act) => ({ ...act, day: bought + act.day + between(0, 3) }))
    const all = [
      { day: bought, do: "buy", plan: story.plan },
      ...(story.card && story.card !== "paid" ? [{ day: bought, do: "use_card", card: story.card }] : []),
      ...moved,
      ...(visits ? visitsOf(visits, { from: bought, days, between }) : []),
      ...(confirms ? every(7, { from: bought + 30, days }).map((day) => ({ day, do: "confirm" })) : []),
    ]
    return {
      ...story,
      name: `${NAMES[at % NAMES.length]} ${String.fromCharCode(65 + (at % 26))}.`,
      email: `household-${at + 1}@example.com`,
      acts: all.filter(({ day }) => day < days).sort((a, b) => a.day - b.day),
    }
  })
}

const every = (step, { from, days }) => {
  const all = []
  for (let day = from; day < days; day += step) all.push(day)
  return all
}

function visitsOf({ service, every: step, times = Infinity }, { from, days, between }) {
  return every(step, { from: from + 1, days })
    .slice(0, times)
    .map((day) => ({ day: day + between(0, 2), do: "check_in", service }))
}
