import { Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { Section } from "../../parts/section"
import { useText } from "../../text/use-text"
import { ReorderSeats } from "../seats/reorder-seats"
import type { Membership, Seat } from "../types"
import { groupSeats, seatsOf } from "./seat-groups"
import { SeatGroupRows } from "./seat-group-rows"
import { SeatsMenu } from "./seat-menu"
import { PagedSeatRows } from "./seat-rows"
import { SeatTable } from "./seat-table"
import { type SeatsView, useSeatsView } from "./seats-view"

/** So many seats are looked through by eye; more get a search. */
const SEARCHED_ABOVE = 12

/** Who sits where and who pays for it. Seats of one price that fill more than a few lines are put together. */
export function SeatsSection({ membership }: { membership: Membership }) {
  const t = useText()
  const [words, setWords] = useState("")
  const [isReordering, setReordering] = useState(false)
  const view = useSeatsView(membership)
  const { seats } = membership
  if (isReordering && view.today !== null)
    return <ReorderSeats membership={membership} today={view.today} onClose={() => setReordering(false)} />
  return (
    <Section
      title={t("seats.title")}
      aside={
        <div className="flex min-w-0 flex-wrap items-center justify-end gap-x-4 gap-y-2">
          <Text size="small" className="text-ui-fg-subtle whitespace-nowrap">
            {t("seats.count", { count: seats.length })}
          </Text>
          {seats.length > SEARCHED_ABOVE && (
            <Input
              role="searchbox"
              size="small"
              className="w-44"
              aria-label={t("seats.search")}
              placeholder={t("seats.search")}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
          <SeatsMenu view={view} onReorder={() => setReordering(true)} />
        </div>
      }
    >
      {words.trim() ? (
        <FoundSeats seats={seatsOf(seats, words)} view={view} />
      ) : (
        <SeatTable>
          {groupSeats(seats).map((group) => (
            <SeatGroupRows key={group.key} group={group} view={view} />
          ))}
        </SeatTable>
      )}
    </Section>
  )
}

function FoundSeats({ seats, view }: { seats: Seat[]; view: SeatsView }) {
  const t = useText()
  const found = seats.length ? t("seats.found", { count: seats.length }) : t("seats.notFound")
  return (
    <>
      <Text size="small" role="status" className="text-ui-fg-subtle px-6 py-3">
        {found}
      </Text>
      {seats.length > 0 && (
        <SeatTable>
          <PagedSeatRows key={seats.length} seats={seats} view={view} />
        </SeatTable>
      )}
    </>
  )
}
