import { Container } from "@medusajs/ui"
import { LoadingRows } from "../../parts/loading-sections"
import { useStudio } from "../../platform/studio"
import type { Plan } from "../types"
import { AccessSection } from "./access-section"
import { EntitlementSection } from "./entitlement-section"
import { PoliciesSection } from "./policies-section"
import { PortalSection } from "./portal-section"
import { SaleSection } from "./sale-section"
import { TermsSection } from "./terms-section"
import { ValiditySection } from "./validity-section"

interface PlanSectionsProps {
  plan: Plan
}

/** What a plan says, a section for each part of it, with the drawer that edits it. */
export function PlanSections({ plan }: PlanSectionsProps) {
  const { data: studio, isPending } = useStudio()
  // The names of locations, plans and services come with the studio; without it, ids stand for them.
  if (isPending) {
    return (
      <Container className="divide-y p-0">
        <LoadingRows rows={8} />
      </Container>
    )
  }
  return (
    <>
      <SaleSection {...{ plan, studio }} />
      <ValiditySection plan={plan} />
      <EntitlementSection {...{ plan, studio }} />
      <AccessSection {...{ plan, studio }} />
      <PoliciesSection {...{ plan, studio }} />
      <TermsSection plan={plan} />
      <PortalSection plan={plan} />
    </>
  )
}
