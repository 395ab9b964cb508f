import { Input, RadioGroup, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { FieldGroup } from "../../forms/field-group"
import { useText } from "../../text/use-text"
import { holderOf, nameOf } from "../detail/seat-groups"
import { useSeatCandidates } from "../queries/seats"
import type { Membership, Seat, SeatCandidate } from "../types"
import { useMisfitText } from "./use-misfit-text"

interface CandidateFieldProps {
  membership: Membership
  seat: Seat
  /** The id of the member; blank is nobody yet. */
  chosen: string
  onChoose: (member: { id: string; name: string }) => void
}

/** Who may sit there. People who do not qualify are shown with the reason rather than hidden. */
export function CandidateField({ membership, seat, chosen, onChoose }: CandidateFieldProps) {
  const t = useText()
  const [words, setWords] = useState("")
  const { data: candidates, error, refetch } = useSeatCandidates(membership.id, seat.id, words)
  const choose = (id: string) => {
    const found = candidates?.find(({ member }) => member.id === id)
    if (found) onChoose({ id, name: nameOf(found.member) })
  }
  return (
    <FieldGroup label={t("seating.assign.who")}>
      {/* Not of the type "search", which draws a picture without a name. */}
      <Input
        role="searchbox"
        size="small"
        aria-label={t("seating.assign.search")}
        placeholder={t("seating.assign.search")}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {candidates ? (
        <RadioGroup
          value={chosen}
          onValueChange={choose}
          aria-label={t("seating.assign.who")}
          className="gap-y-4"
        >
          <Group
            title={t("seating.assign.household")}
            of={candidates.filter(({ in_household }) => in_household)}
            seat={seat}
          />
          <Group
            title={t("seating.assign.others")}
            of={candidates.filter(({ in_household }) => !in_household)}
            seat={seat}
          />
          {candidates.length === 0 && <Nobody />}
        </RadioGroup>
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <LoadingRows rows={3} />
      )}
    </FieldGroup>
  )
}

function Nobody() {
  const t = useText()
  return (
    <Text size="small" role="status" className="text-ui-fg-subtle">
      {t("seating.assign.nobody")} {t("seating.assign.nobodyDetail")}
    </Text>
  )
}

function Group({ title, of, seat }: { title: string; of: SeatCandidate[]; seat: Seat }) {
  const id = useId()
  if (of.length === 0) return null
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="xsmall" className="text-ui-fg-subtle">
        {title}
      </Text>
      <div className="shadow-elevation-card-rest bg-ui-bg-component divide-y overflow-hidden rounded-lg">
        {of.map((candidate) => (
          <Candidate
            key={candidate.member.id}
            candidate={candidate}
            isHere={holderOf(seat)?.id === candidate.member.id}
          />
        ))}
      </div>
    </div>
  )
}

function Candidate({
  candidate: { member, age, refusal },
  isHere,
}: {
  candidate: SeatCandidate
  isHere: boolean
}) {
  const t = useText()
  const id = useId()
  const misfitOf = useMisfitText()
  const isOut = isHere || refusal !== null
  const why = isHere ? t("seating.assign.here") : refusal && misfitOf(refusal)
  const ageText = age === null ? t("seating.assign.ageUnknown") : t("seating.assign.age", { count: age })
  return (
    <div className="flex items-start gap-x-3 px-3 py-2.5">
      <RadioGroup.Item
        value={member.id}
        id={id}
        disabled={isOut}
        aria-describedby={why ? `${id}-why` : undefined}
        className="mt-0.5 shrink-0"
      />
      <label htmlFor={id} className="flex min-w-0 flex-1 flex-col">
        <span
          className={`txt-compact-small break-words ${isOut ? "text-ui-fg-subtle" : "text-ui-fg-base font-medium"}`}
        >
          {nameOf(member)}
        </span>
        <span className="txt-small text-ui-fg-subtle">{ageText}</span>
        {why && (
          <span
            id={`${id}-why`}
            className={`txt-small text-pretty ${isHere ? "text-ui-fg-subtle" : "text-ui-tag-orange-text"}`}
          >
            {why}
          </span>
        )}
      </label>
    </div>
  )
}
