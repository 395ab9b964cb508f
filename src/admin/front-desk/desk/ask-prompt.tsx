import { Button, Input, Label, Prompt, Text } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useText } from "../../text/use-text"

export interface Question {
  title: string
  description: string
  label: string
  submit: string
  isDestructive?: boolean
  /** @returns what is wrong, for another try; null when done */
  act: (answer: string) => Promise<string | null>
}

/** Asks for one line, such as why: Enter sends it, Escape leaves. */
export function AskPrompt({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useText()
  const id = useId()
  const [answer, setAnswer] = useState("")
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (answer.trim() === "") {
      setFault(t("forms.required"))
      return
    }
    setBusy(true)
    const wrong = await question.act(answer.trim())
    setBusy(false)
    setFault(wrong)
    if (wrong === null) onClose()
  }

  return (
    <Prompt
      open
      onOpenChange={(open) => !open && onClose()}
      variant={question.isDestructive ? "danger" : "confirmation"}
    >
      <Prompt.Content onCloseAutoFocus={(event) => event.preventDefault()}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Prompt.Header>
            <Prompt.Title className="break-words">{question.title}</Prompt.Title>
            <Prompt.Description>{question.description}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-2 px-6 pt-4">
            <Label htmlFor={id} size="small" weight="plus">
              {question.label}
            </Label>
            <Input
              id={id}
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={answer}
              aria-invalid={fault !== null}
              aria-describedby={`${id}-fault`}
              onChange={({ target }) => setAnswer(target.value)}
            />
            <Text id={`${id}-fault`} size="small" role="alert" className="text-ui-fg-error">
              {fault}
            </Text>
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              variant={question.isDestructive ? "danger" : "primary"}
              isLoading={isBusy}
            >
              {question.submit}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
