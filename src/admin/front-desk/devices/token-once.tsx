import { Button, Copy, InlineTip, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../../text/use-text"

/** A token that is shown once, to be copied to its device. */
export function TokenOnce({ token }: { token: string }) {
  const t = useText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-4">
      <InlineTip variant="warning" label={t("frontDesk.devices.tokenOnceTitle")}>
        {t("frontDesk.devices.tokenOnce")}
      </InlineTip>
      <div className="flex flex-col gap-y-2">
        <Label htmlFor={id} size="small" weight="plus">
          {t("frontDesk.devices.token")}
        </Label>
        <div className="flex gap-x-2">
          <Input
            id={id}
            readOnly
            value={token}
            className="font-mono"
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Copy content={token} aria-label={t("frontDesk.devices.copy")} asChild>
            <Button size="small" variant="secondary" type="button">
              {t("frontDesk.devices.copy")}
            </Button>
          </Copy>
        </div>
      </div>
    </div>
  )
}
