import { runsOf } from "../window-text"

describe("weekdays of a time window", () => {
  it.each([
    // weekdays,              runs,                     why
    [[1, 2, 3, 4, 5], [[1, 5]], "working days are one run"],
    [[6, 7], [[6, 7]], "the weekend"],
    [
      [5, 1, 3],
      [
        [1, 1],
        [3, 3],
        [5, 5],
      ],
      "in the order of the week",
    ],
    [
      [1, 2, 3, 6],
      [
        [1, 3],
        [6, 6],
      ],
      "a run and a single day",
    ],
    [
      [7, 1],
      [
        [1, 1],
        [7, 7],
      ],
      "a week does not go round",
    ],
    [[], [], "none"],
  ])("%j is %j: %s", (weekdays, runs) => {
    expect(runsOf(weekdays)).toEqual(runs)
  })
})
