import { fromMinor } from "../../domain/money/amounts"

interface Told {
  readonly effects: readonly object[]
  readonly currency_code: string
}

const MINOR = "_minor"

/** The effects of a verb as they go out: amounts are decimals in the major unit, as everywhere on the API (MONEY-1). */
export function effectsOf({ effects, currency_code }: Told): Record<string, unknown>[] {
  return effects.map((effect) =>
    Object.fromEntries(
      Object.entries(effect).map(([key, value]) =>
        key.endsWith(MINOR)
          ? [key.slice(0, -MINOR.length), fromMinor(value as number, currency_code)]
          : [key, value as unknown]
      )
    )
  )
}
