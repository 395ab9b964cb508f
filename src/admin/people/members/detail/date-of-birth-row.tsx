import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useErrorText } from "../../../text/use-error-text"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { useDateOfBirth } from "../../queries/members"

/** PEOPLE-6: the date of birth is fetched when somebody asks to see it, and not before. */
export function DateOfBirthRow({ id }: { id: string }) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  return (
    <SectionRow
      title={t("people.members.detail.dateOfBirth")}
      value={
        <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span aria-live="polite">
            {isShown ? <DateOfBirth id={id} /> : <span aria-hidden>{"••••••••"}</span>}
          </span>
          <Button
            size="small"
            variant="transparent"
            aria-label={t(
              isShown ? "people.members.detail.hideBirthLabel" : "people.members.detail.showBirthLabel"
            )}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? "people.members.detail.hideBirth" : "people.members.detail.showBirth")}
          </Button>
        </div>
      }
    />
  )
}

function DateOfBirth({ id }: { id: string }) {
  const t = useText()
  const format = useFormat()
  const errorText = useErrorText()
  const { data, error } = useDateOfBirth(id)
  if (error) return <span className="text-ui-fg-error">{errorText(error)}</span>
  if (data === undefined) return <span>{t("states.loading")}</span>
  return (
    <Text as="span" size="small" leading="compact">
      {data === null ? t("people.members.detail.noBirth") : format.day(data)}
    </Text>
  )
}
