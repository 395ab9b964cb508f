import { Badge, Text } from "@medusajs/ui"
import { rowNumber } from "../../../domain/charts/labels"
import { fromMinor } from "../../../domain/money/amounts"
import type { ChosenSeat } from "../../../domain/selling/choose-seats"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

interface SeatListProps {
  seats: readonly ChosenSeat[]
  trial: Trial
  names: Names
  currency_code: string
}

/** Each seat with its price, and why it is this one. */
export function SeatList({ seats, ...rest }: SeatListProps) {
  const t = useText()
  return (
    <ul aria-label={t("charts.preview.seats")} className="flex flex-col gap-y-3 px-6 py-4">
      {seats.map((seat) => (
        <li key={`${seat.classification_id}-${seat.sequence}`}>
          <SeatLine seat={seat} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function SeatLine({
  seat,
  trial,
  names,
  currency_code,
}: Omit<SeatListProps, "seats"> & { seat: ChosenSeat }) {
  const t = useText()
  const format = useFormat()
  const row = trial.priced?.rows.find(({ position }) => position === seat.row_position)
  const isUnpriced = trial.priced?.unpriced.includes(seat.row_position) ?? false
  const person = trial.people.find(({ key }) => key === seat.member_id)
  const number = rowNumber(row ?? { position: seat.row_position, unlimited: false })
  const why = seat.required ? "whyRequired" : row?.unlimited ? "whyRepeated" : "whyNext"
  return (
    <div className="flex items-start justify-between gap-x-4">
      <div className="flex min-w-0 flex-col">
        <div className="flex min-w-0 items-center gap-x-2">
          <Text size="small" weight="plus" className="truncate" title={seat.label}>
            {seat.label}
          </Text>
          {seat.required && (
            <Badge size="2xsmall" className="shrink-0">
              {t("charts.preview.required")}
            </Badge>
          )}
        </div>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {names.seat(seat)}
          {" · "}
          {t(`charts.preview.${why}`, { row: number })}
        </Text>
        {person && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {seat.classification_id === null
              ? t("charts.preview.fitsAny", { person: names.ofAge(person) })
              : t("charts.preview.fitsAs", {
                  classification: names.of(seat.classification_id),
                  person: names.ofAge(person),
                })}
          </Text>
        )}
      </div>
      <Text size="small" className={isUnpriced ? "text-ui-fg-subtle shrink-0" : "shrink-0 tabular-nums"}>
        {isUnpriced
          ? t("charts.preview.noPrice")
          : format.money(fromMinor(seat.price_minor, currency_code), currency_code)}
      </Text>
    </div>
  )
}
