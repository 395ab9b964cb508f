/** A figure as Prometheus reads it. */
export interface Metric {
  /** Lower case, with its unit at the end. */
  readonly name: string
  readonly help: string
  readonly type: "gauge" | "counter"
  readonly samples: readonly Sample[]
}

export interface Sample {
  readonly value: number
  readonly labels?: Readonly<Record<string, string>>
}

/** The text format of Prometheus, version 0.0.4; a metric without samples is left out. */
export function prometheusText(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${escaped(help)}`,
        `# TYPE ${name} ${type}`,
        ...samples.map((each) => line(name, each)),
      ].join("\n")
    )
    .map((block) => `${block}\n`)
    .join("")
}

function line(name: string, { value, labels = {} }: Sample): string {
  const named = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text).replace(/"/g, '\\"')}"`)
  return `${name}${named.length > 0 ? `{${named.join(",")}}` : ""} ${value}`
}

const escaped = (text: string): string => text.replace(/\\/g, "\\\\").replace(/\n/g, "\\n")
