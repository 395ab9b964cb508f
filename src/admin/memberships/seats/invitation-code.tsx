import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Copy, Heading, InlineTip, Text } from "@medusajs/ui"
import { useId } from "react"
import { DrawerHead } from "../../parts/heads"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Invited } from "../queries/invitations"

/** Where nothing was sent: the code, which nobody is told a second time. */
export function InvitationCode({ invited: { invitation, token }, zone }: { invited: Invited; zone: string }) {
  const t = useText()
  const format = useFormat()
  const id = useId()
  const { email, expires_at } = invitation
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("seating.invite.notSentTitle")}</Heading>
        </RouteDrawer.Title>
      </DrawerHead>
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <InlineTip variant="warning" label={t("seating.invite.notSentLabel")}>
          {t("seating.invite.notSent", { email })}
        </InlineTip>
        <div role="group" aria-labelledby={id} className="flex flex-col gap-y-2">
          <Text as="span" id={id} size="small" leading="compact" weight="plus" className="break-words">
            {t("seating.invite.code", { email })}
          </Text>
          <div className="shadow-elevation-card-rest bg-ui-bg-component flex items-start justify-between gap-x-3 rounded-lg px-3 py-2.5">
            <code className="txt-compact-small text-ui-fg-base min-w-0 break-all font-mono">{token}</code>
            <Copy
              content={token}
              aria-label={t("seating.invite.copy")}
              className="text-ui-fg-subtle shrink-0"
            />
          </div>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("seating.invite.once", { time: format.moment(expires_at, zone) })}
          </Text>
        </div>
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small">{t("actions.close")}</Button>
        </RouteDrawer.Close>
      </RouteDrawer.Footer>
    </>
  )
}
