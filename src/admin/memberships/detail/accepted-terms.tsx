import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Drawer, Heading, Text } from "@medusajs/ui"
import { DrawerHead } from "../../parts/heads"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { AcceptedTerms } from "../types"
import { WithHint } from "./lines"

interface AcceptedTermsRowsProps {
  accepted: AcceptedTerms[]
  /** In which the days are told. */
  zone: string
}

/** Which terms were accepted, when and by whom (SALE-4); their text opens beside the page. */
export function AcceptedTermsRows({ accepted, zone }: AcceptedTermsRowsProps) {
  const t = useText()
  return accepted.map((each) => (
    <SectionRow
      key={each.terms.id}
      title={t("sale.terms")}
      value={<Accepted accepted={each} zone={zone} />}
    />
  ))
}

function Accepted({ accepted, zone }: { accepted: AcceptedTerms; zone: string }) {
  const t = useText()
  const format = useFormat()
  const { terms, accepted_at, accepted_by, accepted_by_name } = accepted
  const date = format.dayOf(accepted_at, zone)
  const byWhom = t(accepted_by === null ? "sale.termsAcceptedByGuest" : "sale.termsAccepted", {
    ...{ date, name: accepted_by_name ?? t("seats.unknownPayer") },
  })
  return (
    <div className="flex w-full min-w-0 items-start justify-between gap-x-3">
      <WithHint hint={byWhom}>{t("sale.termsVersion", { version: terms.version })}</WithHint>
      <TermsDrawer terms={terms} byWhom={byWhom} />
    </div>
  )
}

function TermsDrawer({
  terms: { version, text },
  byWhom,
}: {
  terms: AcceptedTerms["terms"]
  byWhom: string
}) {
  const t = useText()
  return (
    <Drawer>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary" aria-label={t("sale.termsReadVersion", { version })}>
          {t("sale.termsRead")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHead>
          <Drawer.Title asChild>
            <Heading>{t("sale.termsTitle", { version })}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small">{byWhom}</Drawer.Description>
        </DrawerHead>
        <Drawer.Body tabIndex={0} className="focus-visible:shadow-borders-focus overflow-y-auto outline-none">
          <Text size="small" className="whitespace-pre-line break-words text-pretty">
            {text}
          </Text>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
