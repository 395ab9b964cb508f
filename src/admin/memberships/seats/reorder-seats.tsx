import { Button, Text, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { Section } from "../../parts/section"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useChangeSeats, useSeatPreview } from "../queries/seats"
import type { Membership } from "../types"
import { moveMember, movedOf, orderOf } from "./move-members"
import { misfitsOf } from "./refusals"
import { ReorderRow } from "./reorder-row"
import { liveSeats } from "./seat-actions"
import { useSeatNames } from "./seat-context"
import { useAskBeforeLeaving } from "./use-ask-before-leaving"
import { useSettled } from "./use-settled"

interface ReorderSeatsProps {
  membership: Membership
  today: string
  onClose: () => void
}

/** SEAT-7: people move between the seats, and everybody who would not fit is named before anything is saved. */
export function ReorderSeats({ membership, today, onClose }: ReorderSeatsProps) {
  const t = useText()
  const names = useSeatNames(membership)
  const seats = useMemo(() => liveSeats(membership.seats, today), [membership.seats, today])
  const [order, setOrder] = useState(() => orderOf(seats))
  const [said, setSaid] = useState("")
  const moved = movedOf(orderOf(seats), order)
  const preview = useSeatPreview(
    membership.id,
    moved.length ? { path: "/reorder", body: { order: moved } } : null
  )
  const refusal = useSettled(preview.refusal, !preview.isLoading)
  const misfits = new Map(misfitsOf(refusal).map((misfit) => [misfit.seat_id, misfit]))
  const askBeforeLeaving = useAskBeforeLeaving(moved.length > 0)
  const { save, isSaving } = useSaveOrder(membership.id, onClose)

  const move = (index: number, by: -1 | 1) => {
    const next = moveMember(order, index, by)
    const member_id = order[index]?.member_id ?? null
    const target = order[index + by]
    if (!target || member_id === null) return
    setOrder(next)
    setSaid(
      t("seating.reorder.moved", { name: names.member(member_id) ?? "", seat: names.seat(target.seat_id) })
    )
    focusRow(target.seat_id)
  }
  return (
    <Section
      title={t("seating.reorder.title")}
      aside={
        <div className="flex shrink-0 items-center gap-x-2">
          <Button
            size="small"
            variant="secondary"
            onClick={() => void askBeforeLeaving().then((is) => is && onClose())}
          >
            {t("actions.cancel")}
          </Button>
          <Button
            size="small"
            disabled={preview.answer === null}
            isLoading={isSaving}
            onClick={() => void save(moved)}
          >
            {t("actions.save")}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-y-1 px-6 py-3">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("seating.reorder.detail")}
        </Text>
        <Verdict isMoved={moved.length > 0} isLoading={preview.isLoading} refusal={preview.refusal} />
        <span className="sr-only" aria-live="polite">
          {said}
        </span>
      </div>
      <ol aria-label={t("seating.reorder.list")} className="divide-y">
        {order.map(({ seat_id, member_id }, index) => (
          <ReorderRow
            key={seat_id}
            {...{ seat_id, names, member_id }}
            misfit={misfits.get(seat_id)}
            isFirst={index === 0}
            isLast={index === order.length - 1}
            onMove={(by) => move(index, by)}
          />
        ))}
      </ol>
    </Section>
  )
}

/** The person who was moved keeps the focus, on the row where they are now. */
function focusRow(seat_id: string) {
  requestAnimationFrame(() => document.getElementById(`reorder-${seat_id}`)?.focus())
}

interface VerdictProps {
  isMoved: boolean
  isLoading: boolean
  refusal: Error | null
}

function Verdict({ isMoved, isLoading, refusal }: VerdictProps) {
  const t = useText()
  const errorText = useErrorText()
  const count = misfitsOf(refusal).length
  const text = !isMoved
    ? t("seating.reorder.unchanged")
    : isLoading
      ? t("seating.reorder.checking")
      : count > 0
        ? t("seating.reorder.misfits", { count })
        : refusal
          ? errorText(refusal)
          : t("seating.reorder.fits")
  return (
    <Text
      size="small"
      role="status"
      className={refusal && isMoved ? "text-ui-fg-error" : "text-ui-fg-subtle"}
    >
      {text}
    </Text>
  )
}

function useSaveOrder(id: string, onSaved: () => void) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync, isPending } = useChangeSeats(id)
  const save = async (order: ReturnType<typeof movedOf>) => {
    try {
      await mutateAsync({ path: "/reorder", body: { order } })
      toast.success(t("seating.reorder.done"))
      onSaved()
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return { save, isSaving: isPending }
}
