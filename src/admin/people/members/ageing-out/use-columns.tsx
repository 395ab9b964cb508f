import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import type { AgeingOut, OtherSeat } from "../../types"

const helper = createDataTableColumnHelper<AgeingOut>()

export function useColumns() {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("stops_qualifying_on", {
        header: t("people.ageingOut.day"),
        cell: ({ row: { original }, getValue }) =>
          original.qualifies_now ? (
            format.day(getValue())
          ) : (
            <StatusBadge color="red">{t("people.ageingOut.already")}</StatusBadge>
          ),
      }),
      helper.accessor(({ member }) => nameOf(member), {
        id: "member",
        header: t("people.households.member"),
        maxSize: 240,
      }),
      helper.accessor("seat_label", { header: t("people.ageingOut.seat"), maxSize: 180 }),
      helper.accessor(
        ({ reason, classification: { name } }) => t(`people.ageingOut.reason.${reason}`, { name }),
        {
          id: "why",
          header: t("people.ageingOut.why"),
          maxSize: 280,
        }
      ),
      helper.accessor("other_seats", {
        header: t("people.ageingOut.moveTo"),
        maxSize: 220,
        cell: ({ getValue }) => <MoveTo seats={getValue()} />,
      }),
      helper.accessor("membership_id", {
        header: t("people.ageingOut.membership"),
        cell: ({ row: { original } }) => (
          <Link
            to={`/memberships/${original.membership_id}`}
            onClick={(event) => event.stopPropagation()}
            className="text-ui-tag-blue-text hover:underline block max-w-60 truncate"
          >
            {t("people.ageingOut.openMembership", {
              plan: original.plan.name,
              number: original.membership_display_id,
            })}
          </Link>
        ),
      }),
    ],
    [t, format]
  )
}

/** The first free seat and what it costs more; where none is free, a taken one says that somebody would have to move. */
function MoveTo({ seats }: { seats: readonly OtherSeat[] }) {
  const t = useText()
  const format = useFormat()
  const [seat] = seats
  if (!seat) return <span className="text-ui-fg-subtle">{t("people.ageingOut.noSeat")}</span>
  const { label, is_free, difference, currency_code } = seat
  const amount = format.money(Math.abs(difference), currency_code)
  const price = difference === 0 ? t("people.ageingOut.samePrice") : `${difference > 0 ? "+" : "−"}${amount}`
  return (
    <div className="flex min-w-0 flex-col py-1">
      <span className="truncate" title={label}>
        {label}
      </span>
      <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
        {is_free ? price : t("people.ageingOut.taken", { price })}
      </span>
    </div>
  )
}
