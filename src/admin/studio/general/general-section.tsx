import { SectionRow } from "@medusajs/dashboard/components"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Studio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { zoneName } from "../zones"

/** Where the studio is, what day it is there, and in which money it sells; each with the way to where it is changed. */
export function GeneralSection({ studio }: { studio: Studio }) {
  const t = useText()
  const format = useFormat()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col px-6 py-4">
        <Heading>{t("domain")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("studio.settings.subtitle")}
        </Text>
      </div>
      <SectionRow title={t("studio.settings.location")} value={<DefaultLocation studio={studio} />} />
      <SectionRow title={t("studio.settings.zone")} value={zoneName(studio.time_zone)} />
      <SectionRow title={t("studio.settings.today")} value={format.day(studio.today)} />
      <SectionRow
        title={t("studio.settings.currencies")}
        value={
          <div className="flex flex-wrap items-center gap-2">
            {studio.currency_codes.map((code) => (
              <Badge key={code} size="2xsmall">
                {code.toUpperCase()}
              </Badge>
            ))}
            <Elsewhere to="/settings/store" text={t("studio.settings.editCurrencies")} />
          </div>
        }
      />
    </Container>
  )
}

function DefaultLocation({ studio: { locations } }: { studio: Studio }) {
  const t = useText()
  const location = locations.find(({ is_default }) => is_default)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <Text size="small" leading="compact" className="break-words">
        {location?.name ?? t("studio.settings.noLocation")}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {t("studio.settings.locationHint")}
      </Text>
      <Elsewhere to="/settings/membership-locations" text={t("studio.settings.editLocations")} />
    </div>
  )
}

const Elsewhere = ({ to, text }: { to: string; text: string }) => (
  <Link to={to} className="txt-compact-small text-ui-tag-blue-text hover:underline">
    {text}
  </Link>
)
