import { StatusBadge, Text } from "@medusajs/ui"
import { Section } from "../../../parts/section"
import { useStudio } from "../../../platform/studio"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import type { MemberClassification } from "../../types"

/** PEOPLE-4, PEOPLE-5: what somebody qualifies for today and until when, or which rule failed. */
export function QualifiesSection({ classifications }: { classifications: MemberClassification[] }) {
  const t = useText()
  return (
    <Section
      title={t("people.qualifies.title")}
      aside={
        <Text size="small" className="text-ui-fg-subtle">
          {t("people.qualifies.subtitle")}
        </Text>
      }
    >
      {classifications.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("people.qualifies.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {classifications.map((each) => (
            <Row key={each.classification_id} classification={each} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Row({ classification }: { classification: MemberClassification }) {
  const t = useText()
  const { name, qualifies } = classification
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {name}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle text-pretty">
          <Why classification={classification} />
        </Text>
      </div>
      <StatusBadge color={qualifies ? "green" : "grey"} className="shrink-0">
        {t(qualifies ? "people.qualifies.yes" : "people.qualifies.no")}
      </StatusBadge>
    </li>
  )
}

function Why({ classification }: { classification: MemberClassification }) {
  const t = useText()
  const format = useFormat()
  const { data: studio } = useStudio()
  const { reason, stops_qualifying_on, classification_id } = classification
  if (reason === null) {
    if (stops_qualifying_on === null) return t("people.qualifies.noEnd")
    return t("people.qualifies.until", { date: format.lastDay(stops_qualifying_on) })
  }
  const limits = studio?.classifications.find(({ id }) => id === classification_id)
  const age = reason === "too_young" ? limits?.min_age : limits?.max_age
  return t(`people.qualifies.reason.${reason}`, { age: age ?? "" })
}
