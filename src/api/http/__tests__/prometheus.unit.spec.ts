import { prometheusText } from "../prometheus"

describe("the text that Prometheus reads", () => {
  it("has help, type and a line for each sample, and escapes what would break a line", () => {
    const text = prometheusText([
      {
        name: "calls_total",
        help: "All\nof them",
        type: "counter",
        samples: [{ value: 3, labels: { to: 'a"b\\c' } }],
      },
      { name: "due", help: "Due", type: "gauge", samples: [{ value: 0.5 }] },
      { name: "nothing", help: "No sample", type: "gauge", samples: [] },
    ])
    expect(text).toBe(
      [
        ...[
          "# HELP calls_total All\\nof them",
          "# TYPE calls_total counter",
          'calls_total{to="a\\"b\\\\c"} 3',
        ],
        ...["# HELP due Due", "# TYPE due gauge", "due 0.5", ""],
      ].join("\n")
    )
  })
})
