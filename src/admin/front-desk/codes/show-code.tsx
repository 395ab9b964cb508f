import "../words"
import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import QRCode from "qrcode"
import { useEffect, useState } from "react"
import { DrawerHead } from "../../parts/heads"
import { LoadingDrawer } from "../../people/loading-drawer"
import { nameOf } from "../../people/names"
import { useMember } from "../../people/queries/members"
import type { Member } from "../../people/types"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useCheckInCode, useRenewCode } from "./codes"

export function ShowCode({ memberId }: { memberId: string }) {
  const t = useText()
  const member = useMember(memberId)
  const shown = useCheckInCode(memberId)
  if (!member.data || !shown.data)
    return <LoadingDrawer title={t("frontDesk.codes.qrTitle")} queries={[member, shown]} />
  return <Shown member={member.data} code={shown.data.code} onRenewed={shown.refetch} />
}

interface ShownProps {
  member: Member
  code: string
  onRenewed: () => Promise<unknown>
}

function Shown({ member, code, onRenewed }: ShownProps) {
  const t = useText()
  const picture = useQrCode(code)
  const renew = useRenew(member.id, onRenewed)
  const name = nameOf(member)
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("frontDesk.codes.qrTitle")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {t("frontDesk.codes.qrDetail", { member: name })}
        </RouteDrawer.Description>
      </DrawerHead>
      <RouteDrawer.Body className="flex flex-1 flex-col items-center gap-y-6 overflow-y-auto">
        {picture && (
          <img
            src={picture}
            alt={t("frontDesk.codes.qrAlt", { member: name })}
            className="w-full max-w-80 rounded-lg"
          />
        )}
        <div className="flex flex-col items-center gap-y-2">
          <Button size="small" variant="secondary" onClick={() => void renew()}>
            {t("frontDesk.codes.renew")}
          </Button>
          <Text size="small" className="text-ui-fg-subtle text-center">
            {t("frontDesk.codes.renewHint")}
          </Text>
        </div>
      </RouteDrawer.Body>
    </>
  )
}

/** The picture of a code as the address of an image; null until it is drawn. */
function useQrCode(code: string): string | null {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    void QRCode.toDataURL(code, { margin: 2, width: 640 }).then((drawn) => {
      if (isWanted) setPicture(drawn)
    })
    return () => {
      isWanted = false
    }
  }, [code])
  return picture
}

function useRenew(memberId: string, onRenewed: () => Promise<unknown>) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync } = useRenewCode(memberId)
  return async () => {
    try {
      await mutateAsync()
      await onRenewed()
      toast.success(t("frontDesk.codes.renewed"))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
