import { toast, usePrompt } from "@medusajs/ui"
import { useErrorText } from "../text/use-error-text"
import { useText } from "../text/use-text"

interface Confirmed<Answer> {
  title: string
  description: string
  confirmText: string
  act: () => Promise<Answer>
  /** The toast: what happened. */
  done: string
  /** Says a refusal itself. @returns whether it did */
  refused?: (error: unknown) => boolean
}

/** Asks, acts and says so. @returns the answer; null where it was not meant, or refused */
export function useConfirmed() {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  return async <Answer>({ act, done, refused, ...question }: Confirmed<Answer>): Promise<Answer | null> => {
    if (!(await prompt({ ...question, cancelText: t("actions.cancel") }))) return null
    try {
      const answer = await act()
      toast.success(done)
      return answer
    } catch (error) {
      if (!refused?.(error)) toast.error(errorText(error))
      return null
    }
  }
}
