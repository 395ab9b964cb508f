import { Button, Checkbox, Input, Label, Text } from "@medusajs/ui"
import { type KeyboardEvent, useId, useRef, useState } from "react"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import type { TriedPerson } from "./people"

interface AddPersonProps {
  /** Classifications of the chart that need a proof. */
  provable: StudioClassification[]
  onAdd: (person: TriedPerson) => void
}

const AGE_MAX = 130

/** Null when it is no age. */
function ageOf(text: string): number | null {
  const age = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && age <= AGE_MAX ? age : null
}

/** An age, and what the person proves. It may stand inside another form, so that Enter is taken here. */
export function AddPerson({ provable, onAdd }: AddPersonProps) {
  const t = useText()
  const id = useId()
  const added = useRef(0)
  const [text, setText] = useState("")
  const [proofs, setProofs] = useState<readonly string[]>([])
  const [isWrong, setWrong] = useState(false)

  const add = () => {
    const age = ageOf(text)
    setWrong(age === null)
    if (age === null) return
    added.current += 1
    onAdd({
      key: `${id}-${added.current}`,
      age,
      proofs: proofs.filter((proof) => provable.some((each) => each.id === proof)),
    })
    setText("")
    setProofs([])
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    event.stopPropagation()
    add()
  }
  const prove = (proof: string, isShown: boolean) =>
    setProofs(isShown ? [...proofs, proof] : proofs.filter((each) => each !== proof))

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-end gap-x-2">
        <div className="flex flex-col gap-y-1">
          <Label htmlFor={id} size="small" weight="plus">
            {t("charts.preview.age")}
          </Label>
          <Input
            id={id}
            size="small"
            inputMode="numeric"
            autoComplete="off"
            className="w-20"
            value={text}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onChange={({ target }) => {
              setText(target.value)
              setWrong(false)
            }}
            onKeyDown={addOnEnter}
          />
        </div>
        <Button type="button" size="small" variant="secondary" onClick={add}>
          {t("charts.preview.addPerson")}
        </Button>
      </div>
      {isWrong && (
        <Text id={`${id}-wrong`} role="alert" size="small" className="text-ui-fg-error">
          {t("charts.preview.ageInvalid")}
        </Text>
      )}
      {provable.length > 0 && (
        <fieldset className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
          <legend className="txt-compact-small-plus mb-2">{t("charts.preview.shows")}</legend>
          {provable.map(({ id: proof, name }) => (
            <div key={proof} className="flex min-w-0 items-center gap-x-2">
              <Checkbox
                id={`${id}-${proof}`}
                checked={proofs.includes(proof)}
                onCheckedChange={(isShown) => prove(proof, isShown === true)}
              />
              <Label htmlFor={`${id}-${proof}`} size="small" className="truncate">
                {name}
              </Label>
            </div>
          ))}
        </fieldset>
      )}
    </div>
  )
}
