import { Avatar, createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import type { MemberRow } from "../../types"
import { livePlans } from "../live-plans"

const helper = createDataTableColumnHelper<MemberRow>()

export function useColumns() {
  const t = useText()
  return useMemo(
    () => [
      helper.accessor(nameOf, {
        id: "name",
        header: t("people.members.name"),
        cell: ({ row: { original }, getValue }) => (
          <span className="flex min-w-0 items-center gap-x-3">
            <Avatar
              size="xsmall"
              src={original.photo_url ?? undefined}
              fallback={original.first_name.slice(0, 1)}
              aria-hidden
            />
            <span className="truncate">{getValue()}</span>
          </span>
        ),
        maxSize: 260,
      }),
      helper.accessor(({ email, phone }) => email ?? phone ?? t("none"), {
        id: "contact",
        header: t("people.members.contact"),
        maxSize: 240,
      }),
      helper.accessor(({ household }) => household?.name ?? t("none"), {
        id: "household",
        header: t("people.members.household"),
        maxSize: 200,
      }),
      helper.accessor("customer_id", {
        header: t("people.members.customer"),
        cell: ({ getValue }) =>
          getValue() ? (
            <StatusBadge color="green">{t("people.members.isCustomer")}</StatusBadge>
          ) : (
            <StatusBadge color="grey">{t("people.members.isNoCustomer")}</StatusBadge>
          ),
      }),
      helper.accessor((row) => livePlans(row).join(", ") || t("none"), {
        id: "seats",
        header: t("people.members.seats"),
        maxSize: 240,
      }),
    ],
    [t]
  )
}
