import { validateOpeningHours } from "../../../../domain/time/opening-hours"
import { dayGroups, linesOf, type Week, weekOf, weekProblems } from "../week"

const week = (days: Record<number, [string, string][]>): Week =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    spans: (days[day] ?? []).map(([opens, closes]) => ({ opens, closes })),
  }))

const WEEKDAYS = [1, 2, 3, 4, 5]

describe("a week of opening hours", () => {
  it.each([
    ["no hours", null],
    [
      "two spans a day",
      [
        { weekdays: WEEKDAYS, opens: "06:00", closes: "12:00" },
        { weekdays: WEEKDAYS, opens: "14:00", closes: "22:00" },
        { weekdays: [6, 7], opens: "08:00", closes: "20:00" },
      ],
    ],
    ["a whole day", [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: "00:00", closes: "24:00" }]],
    ["until midnight", [{ weekdays: [5], opens: "18:00", closes: "24:00" }]],
    [
      "past midnight, from Sunday to Monday",
      [
        { weekdays: [1, 6, 7], opens: "00:00", closes: "02:00" },
        { weekdays: [5, 6, 7], opens: "18:00", closes: "24:00" },
      ],
    ],
    [
      "from midnight where the evening before was closed",
      [{ weekdays: [1], opens: "00:00", closes: "02:00" }],
    ],
  ])("is stored as it was read: %s", (_, lines) => {
    expect(linesOf(weekOf(lines))).toEqual(lines)
    if (lines) expect(validateOpeningHours(lines)).toBe(lines)
  })

  it("shows hours past midnight with the day on which they begin", () => {
    const lines = [
      { weekdays: [5], opens: "18:00", closes: "24:00" },
      { weekdays: [6], opens: "00:00", closes: "02:00" },
      { weekdays: [6], opens: "10:00", closes: "20:00" },
    ]
    expect(weekOf(lines)).toEqual(week({ 5: [["18:00", "02:00"]], 6: [["10:00", "20:00"]] }))
  })

  it("does not join a night of 24 hours or more, which no span could tell", () => {
    const lines = [
      { weekdays: [1], opens: "08:00", closes: "24:00" },
      { weekdays: [2], opens: "00:00", closes: "08:00" },
    ]
    expect(weekOf(lines)).toEqual(week({ 1: [["08:00", "00:00"]], 2: [["00:00", "08:00"]] }))
  })
})

describe("what is wrong with a week", () => {
  it.each([
    [
      "nothing",
      {
        1: [
          ["06:00", "12:00"],
          ["12:00", "14:00"],
        ],
      },
      [],
    ],
    ["a time is missing", { 2: [["06:00", ""]] }, [{ day: 1, span: 0, part: "closes", kind: "required" }]],
    ["both are missing", { 2: [["", ""]] }, [{ day: 1, span: 0, part: "opens", kind: "required" }]],
    ["no time between", { 1: [["06:00", "06:00"]] }, [{ day: 0, span: 0, part: "closes", kind: "same" }]],
    [
      "two at once",
      {
        1: [
          ["06:00", "12:00"],
          ["11:59", "14:00"],
        ],
      },
      [{ day: 0, span: 1, part: "opens", kind: "overlap" }],
    ],
    [
      "into the next morning",
      { 1: [["18:00", "07:00"]], 2: [["06:00", "12:00"]] },
      [{ day: 1, span: 0, part: "opens", kind: "overlap" }],
    ],
    [
      "from Sunday into Monday",
      { 1: [["00:00", "03:00"]], 7: [["18:00", "02:00"]] },
      [{ day: 6, span: 0, part: "opens", kind: "overlap" }],
    ],
  ] as [string, Record<number, [string, string][]>, object[]][])("SAFE-1: %s", (_, days, problems) => {
    expect(weekProblems(week(days))).toEqual(problems)
  })
})

describe("a week in short", () => {
  it("groups neighbouring days with the same hours and leaves out closed ones", () => {
    const lines = [
      { weekdays: [1, 2, 3, 5], opens: "06:00", closes: "22:00" },
      { weekdays: [7], opens: "08:00", closes: "24:00" },
    ]
    expect(dayGroups(lines).map(({ from, to, spans }) => [from, to, spans.length])).toEqual([
      [1, 3, 1],
      [5, 5, 1],
      [7, 7, 1],
    ])
    expect(dayGroups(null)).toEqual([])
  })
})
