import { Button, Drawer } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { DeviceWithToken } from "./devices"
import { TokenOnce } from "./token-once"

interface TokenDrawerProps {
  /** null while none is shown. */
  shown: DeviceWithToken | null
  onClose: () => void
}

export function TokenDrawer({ shown, onClose }: TokenDrawerProps) {
  const t = useText()
  const name = shown?.front_desk_device.name ?? ""
  return (
    <Drawer open={shown !== null} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("frontDesk.devices.tokenTitle", { name })}</Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle">
            {t("frontDesk.devices.tokenDetail")}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body>{shown && <TokenOnce token={shown.token} />}</Drawer.Body>
        <Drawer.Footer>
          <Button size="small" onClick={onClose}>
            {t("frontDesk.devices.done")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
