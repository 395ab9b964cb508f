import { ArrowPath, XCircle } from "@medusajs/icons"
import { ActionMenu } from "../../parts/action-menu"
import { useText } from "../../text/use-text"
import { useConfirmed } from "../use-confirmed"
import { type Device, type DeviceWithToken, useRenewDevice, useRevokeDevice } from "./devices"

interface DeviceActionsProps {
  device: Device
  onToken: (renewed: DeviceWithToken) => void
}

/** A revoked device stays so: nothing is left to do with it. */
export function DeviceActions({ device, onToken }: DeviceActionsProps) {
  const t = useText()
  const confirmed = useConfirmed()
  const { mutateAsync: renewDevice } = useRenewDevice(device.id)
  const { mutateAsync: revokeDevice } = useRevokeDevice(device.id)
  const { name } = device
  if (device.revoked_at) return null
  const renew = async () => {
    const renewed = await confirmed({
      title: t("frontDesk.devices.renewTitle", { name }),
      description: t("frontDesk.devices.renewDetail"),
      confirmText: t("frontDesk.devices.renew"),
      act: async () => renewDevice(),
      done: t("frontDesk.devices.renewed", { name }),
    })
    if (renewed) onToken(renewed)
  }
  const revoke = async () =>
    confirmed({
      title: t("frontDesk.devices.revokeTitle", { name }),
      description: t("frontDesk.devices.revokeDetail"),
      confirmText: t("frontDesk.devices.revoke"),
      act: async () => revokeDevice(),
      done: t("frontDesk.devices.revoked", { name }),
    })
  const groups = [
    { actions: [{ icon: <ArrowPath />, label: t("frontDesk.devices.renew"), onClick: () => void renew() }] },
    { actions: [{ icon: <XCircle />, label: t("frontDesk.devices.revoke"), onClick: () => void revoke() }] },
  ]
  return (
    <div className="flex justify-end">
      <ActionMenu groups={groups} label={`${t("actions.menu")}: ${name}`} />
    </div>
  )
}
