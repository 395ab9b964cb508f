import { useMemo } from "react"
import type { SeatEffect as DomainEffect } from "../../../domain/seats/effects"
import { fromMinor } from "../../../domain/money/amounts"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { effectLines } from "../seats/effect-lines"
import { overriddenText } from "../seats/refusals"
import { useSeatNames } from "../seats/seat-context"
import type { HistoryEntry, Membership, SeatEffect } from "../types"

const MINOR = "_minor"

/** The history keeps amounts as the rules count them; everything that is shown has decimals. */
function outward(effect: DomainEffect, currency_code: string): SeatEffect {
  const entries = Object.entries(effect).map(([key, value]): [string, unknown] =>
    key.endsWith(MINOR)
      ? [key.slice(0, -MINOR.length), fromMinor(value as number, currency_code)]
      : [key, value]
  )
  return Object.fromEntries(entries) as unknown as SeatEffect
}

/** What an entry of the history changed, in the words in which it was announced beforehand. */
export function useChangeLines(membership: Membership): (entry: HistoryEntry) => string[] {
  const t = useText()
  const format = useFormat()
  const names = useSeatNames(membership)
  const { currency_code } = membership
  return useMemo(
    () =>
      ({ changes }) => {
        const effects = (changes?.effects ?? []).map((effect) => outward(effect, currency_code))
        const overridden = changes?.overridden ?? []
        return [
          ...effectLines(effects, { t, format, names, currency_code }),
          ...(overridden.length ? [overriddenText(overridden, t)] : []),
        ]
      },
    [t, format, names, currency_code]
  )
}
