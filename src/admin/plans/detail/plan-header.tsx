import { SectionRow, Thumbnail } from "@medusajs/dashboard/components"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"
import { PlanMenu } from "./plan-menu"
import { PlanStatus } from "./plan-status"

const LINK = "text-ui-tag-blue-text hover:underline"

export function PlanHeader({ plan }: { plan: Plan }) {
  const t = useText()
  const { name, handle, description, image, status, kind, audience, product_id } = plan
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-6 py-4">
        <div className="flex min-w-0 flex-1 items-start gap-x-4">
          {image && <Thumbnail src={image} />}
          <div className="flex min-w-0 flex-col gap-y-1">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Heading className="min-w-0 break-words">{name}</Heading>
              <PlanStatus status={status} />
            </div>
            <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
              {description ?? t("plans.detail.noDescription")}
            </Text>
          </div>
        </div>
        <div className="flex items-center gap-x-2">
          <Button size="small" variant="secondary" asChild>
            <Link to="preview">{t("plans.detail.preview")}</Link>
          </Button>
          <PlanMenu plan={plan} />
        </div>
      </div>
      <SectionRow title={t("fields.kind")} value={t(`kind.${kind}`)} />
      <SectionRow title={t("fields.audience")} value={t(`audience.${audience}`)} />
      <SectionRow title={t("plans.detail.handle")} value={<span className="break-all">{handle}</span>} />
      <SectionRow
        title={t("plans.detail.product")}
        value={
          <Link to={`/products/${product_id}`} className={LINK}>
            {t("plans.detail.productLink")}
          </Link>
        }
      />
    </Container>
  )
}
