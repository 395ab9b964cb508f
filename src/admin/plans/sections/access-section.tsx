import { SectionRow } from "@medusajs/dashboard/components"
import { Text as Paragraph } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Studio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { type Text, useText } from "../../text/use-text"
import type { Plan } from "../types"
import { Lines } from "./lines"
import { namesOf } from "./names"
import { PlanSection } from "./plan-section"
import { windowText } from "./window-text"

interface AccessSectionProps {
  plan: Plan
  studio: Studio | undefined
}

export function AccessSection({ plan, studio }: AccessSectionProps) {
  const t = useText()
  const format = useFormat()
  const { locations, access, prevents_general_hours_access: prevented } = plan
  const windows = access?.time_windows?.map((each) => windowText(each, t, format))
  const places = locations.valid_at && namesOf(locations.valid_at, studio?.locations ?? [])
  return (
    <PlanSection name="access">
      <SectionRow
        title={t("plans.sections.access.validAt")}
        value={<Lines of={places ?? [t("plans.sections.sale.allLocations")]} />}
      />
      <SectionRow
        title={t("plans.sections.access.times")}
        value={<Lines of={windows ?? [t("plans.sections.access.anytime")]} />}
      />
      <SectionRow title={t("plans.sections.access.limits")} value={<Lines of={limitLines(plan, t)} />} />
      {access?.facility_ids && (
        <SectionRow
          title={t("plans.sections.access.facilities")}
          value={<Lines of={namesOf(access.facility_ids, studio?.services ?? [])} />}
        />
      )}
      <SectionRow
        title={t("plans.sections.access.membersOnly")}
        value={t(
          access?.members_only_services === false
            ? "plans.sections.access.membersOnlyNo"
            : "plans.sections.access.membersOnlyYes"
        )}
      />
      <SectionRow
        title={t("plans.sections.access.general")}
        value={t(prevented ? "plans.sections.access.generalNo" : "plans.sections.access.generalYes")}
      />
      <BenefitRows plan={plan} />
    </PlanSection>
  )
}

function limitLines({ access }: Plan, t: Text): string[] {
  if (!access?.visit_limits.length) return [t("plans.sections.access.noLimit")]
  return access.visit_limits.map(({ count, per }) => t(`plans.sections.access.limit.${per}`, { count }))
}

function BenefitRows({ plan: { benefits } }: { plan: Plan }) {
  const t = useText()
  const hours = benefits?.early_booking_hours ?? 0
  const groupId = benefits?.customer_group_id ?? null
  return (
    <>
      <SectionRow
        title={t("plans.sections.access.group")}
        value={groupId ? <Group id={groupId} /> : t("plans.sections.none")}
      />
      <SectionRow
        title={t("plans.sections.access.early")}
        value={
          hours > 0
            ? t("plans.sections.access.earlyHours", { count: hours })
            : t("plans.sections.access.noEarly")
        }
      />
    </>
  )
}

/** Its name would be one more request of the page, so that the page only leads to it. */
function Group({ id }: { id: string }) {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-1">
      <Link to={`/customer-groups/${id}`} className="text-ui-tag-blue-text hover:underline">
        {t("plans.sections.access.groupOpen")}
      </Link>
      <Paragraph size="xsmall" className="text-ui-fg-subtle text-pretty">
        {t("plans.sections.access.groupHint")}
      </Paragraph>
    </div>
  )
}
