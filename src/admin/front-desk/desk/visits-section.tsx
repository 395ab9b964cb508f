import { CheckCircleSolid, ExclamationCircleSolid, MinusMini, XCircleSolid } from "@medusajs/icons"
import { Badge, Text, toast } from "@medusajs/ui"
import type { UseQueryResult } from "@tanstack/react-query"
import { useState } from "react"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { AskPrompt } from "./ask-prompt"
import { DeskButton } from "./desk-button"
import { useUndo } from "./queries"
import type { DeskVisit, Place } from "./types"
import { useReasonText } from "./use-reason-text"

interface VisitsSectionProps {
  today: UseQueryResult<{ check_ins: DeskVisit[]; count: number }>
  place: Place
  isOffline: boolean
  onDone: () => void
}

/** Who came today to this location, and who was refused, the newest first. */
export function VisitsSection({ today, place, isOffline, onDone }: VisitsSectionProps) {
  const t = useText()
  const { data, error, refetch } = today
  const [undoing, setUndoing] = useState<DeskVisit | null>(null)
  const visits = data?.check_ins ?? []
  return (
    <Section
      title={t("frontDesk.desk.today")}
      aside={
        data &&
        data.count > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("frontDesk.desk.count", { count: data.count })}
          </Text>
        )
      }
    >
      {!data && !error && <LoadingRows rows={4} />}
      {!data && error && <LoadError error={error} onRetry={refetch} />}
      {data && visits.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">
          {t("frontDesk.desk.noVisits")}
        </Text>
      )}
      {visits.length > 0 && (
        <ul className="divide-y">
          {visits.map((visit) => (
            <VisitRow key={visit.id} {...{ visit, place, isOffline }} onUndo={() => setUndoing(visit)} />
          ))}
        </ul>
      )}
      {data && data.count > visits.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("frontDesk.desk.newest", { count: visits.length })}
        </Text>
      )}
      {undoing && (
        <UndoPrompt
          visit={undoing}
          onClose={() => {
            setUndoing(null)
            onDone()
          }}
        />
      )}
    </Section>
  )
}

const OUTCOMES = {
  in: { color: "green", icon: CheckCircleSolid },
  denied: { color: "red", icon: XCircleSolid },
  letIn: { color: "orange", icon: ExclamationCircleSolid },
  undone: { color: "grey", icon: MinusMini },
} as const

function outcomeOf({ undone_at, is_allowed, decision }: DeskVisit): keyof typeof OUTCOMES {
  if (undone_at !== null) return "undone"
  if (!is_allowed) return "denied"
  return decision.reasons.length > 0 ? "letIn" : "in"
}

function useNameOfVisit() {
  const t = useText()
  return ({ member_name, guest_name }: DeskVisit): string => {
    const name = member_name ?? t("none")
    return guest_name ? t("frontDesk.desk.guestOf", { guest: guest_name, name }) : name
  }
}

interface VisitRowProps {
  visit: DeskVisit
  place: Place
  isOffline: boolean
  onUndo: () => void
}

function VisitRow({ visit, place, isOffline, onUndo }: VisitRowProps) {
  const t = useText()
  const format = useFormat()
  const { sentence } = useReasonText(place.time_zone)
  const name = useNameOfVisit()(visit)
  const outcome = outcomeOf(visit)
  const { color, icon: Icon } = OUTCOMES[outcome]
  const [reason] = visit.decision.reasons
  return (
    <li className="flex items-start gap-x-3 px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle shrink-0 tabular-nums">
        {format.clock(visit.at, place.time_zone)}
      </Text>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-y-1">
        <Text size="small" weight="plus" className="max-w-full break-words">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-full break-words">
          {visit.service_name ?? t("frontDesk.desk.openHours")}
        </Text>
        {reason && (
          <Text size="small" className="text-ui-fg-subtle max-w-full break-words">
            {sentence(reason)}
          </Text>
        )}
        <Badge size="2xsmall" color={color} className="gap-x-1">
          <Icon aria-hidden className="size-3 [&>path]:fill-current" />
          {t(`frontDesk.desk.outcome.${outcome}`)}
        </Badge>
      </div>
      {visit.is_allowed && visit.undone_at === null && (
        <DeskButton
          size="small"
          variant="secondary"
          className="shrink-0"
          disabled={isOffline}
          aria-label={t("frontDesk.desk.undoOf", { name })}
          onClick={onUndo}
        >
          {t("frontDesk.desk.undo")}
        </DeskButton>
      )}
    </li>
  )
}

function UndoPrompt({ visit, onClose }: { visit: DeskVisit; onClose: () => void }) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync } = useUndo()
  const name = useNameOfVisit()(visit)
  const act = async (reason: string) => {
    try {
      await mutateAsync({ id: visit.id, reason })
      toast.success(t("frontDesk.desk.undone", { name }))
      return null
    } catch (error) {
      return errorText(error)
    }
  }
  return (
    <AskPrompt
      question={{
        title: t("frontDesk.desk.undoTitle", { name }),
        description: t("frontDesk.desk.undoDetail"),
        label: t("frontDesk.desk.reason"),
        submit: t("frontDesk.desk.undoSubmit"),
        isDestructive: true,
        act,
      }}
      onClose={onClose}
    />
  )
}
