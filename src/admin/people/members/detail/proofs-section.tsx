import { Trash } from "@medusajs/icons"
import { Button, StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../../parts/action-menu"
import { Section } from "../../../parts/section"
import { useStudio } from "../../../platform/studio"
import { useErrorText } from "../../../text/use-error-text"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { useRemoveProof } from "../../queries/members"
import type { Member, Proof } from "../../types"

/** PEOPLE-3: what staff were shown, and until when it counts. */
export function ProofsSection({ member }: { member: Member }) {
  const t = useText()
  return (
    <Section
      title={t("people.proofs.title")}
      aside={
        <Button size="small" variant="secondary" asChild>
          <Link to="proof">{t("people.proofs.record")}</Link>
        </Button>
      }
    >
      {member.proofs.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("people.proofs.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {member.proofs.map((proof) => (
            <ProofRow key={proof.id} proof={proof} member={member} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function ProofRow({ proof, member }: { proof: Proof; member: Member }) {
  const t = useText()
  const takeBack = useTakeBack(proof, member)
  const name = proof.classification?.name ?? t("none")
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {name}
        </Text>
        {proof.note && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {proof.note}
          </Text>
        )}
        <Expiry expires_on={proof.expires_on} />
      </div>
      <ActionMenu
        label={t("people.proofs.menu", { name })}
        groups={[
          {
            actions: [
              { icon: <Trash />, label: t("people.proofs.takeBack"), onClick: () => void takeBack() },
            ],
          },
        ]}
      />
    </li>
  )
}

/** A proof counts through the whole of its last day. */
function Expiry({ expires_on }: { expires_on: string | null }) {
  const t = useText()
  const format = useFormat()
  const { data: studio } = useStudio()
  if (expires_on === null) return <StatusBadge color="green">{t("people.proofs.forever")}</StatusBadge>
  const date = format.day(expires_on)
  if (studio && expires_on < studio.today) {
    return <StatusBadge color="red">{t("people.proofs.expired", { date })}</StatusBadge>
  }
  return <StatusBadge color="green">{t("people.proofs.until", { date })}</StatusBadge>
}

function useTakeBack(proof: Proof, member: Member) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = useRemoveProof(member.id)
  const name = proof.classification?.name ?? t("none")
  return async () => {
    const isMeant = await prompt({
      title: t("people.proofs.takeBackTitle"),
      description: t("people.proofs.takeBackDetail", { member: nameOf(member), name }),
      confirmText: t("people.proofs.takeBack"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync(proof.id)
      toast.success(t("people.proofs.takenBack", { name }))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
