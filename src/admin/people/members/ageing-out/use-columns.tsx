import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import type { AgeingOut } from "../../types"

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
      helper.accessor(({ reason, classification: { name } }) => t(`people.ageingOut.reason.${reason}`, { name }), {
        id: "why",
        header: t("people.ageingOut.why"),
        maxSize: 280,
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
