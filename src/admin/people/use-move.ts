import { usePrompt } from "@medusajs/ui"
import { useText } from "../text/use-text"
import { livingElsewhere, refusal } from "./refusals"

/**
 * Saves; where the server says that somebody lives elsewhere, asks, and saves again with `move` (PEOPLE-2). Whoever
 * says no gets the refusal at `field`, with everything still in the form.
 */
export function useMove(field: string) {
  const t = useText()
  const prompt = usePrompt()
  return async <Answer>(save: (move: boolean) => Promise<Answer>): Promise<Answer> => {
    try {
      return await save(false)
    } catch (error) {
      const people = livingElsewhere(error)
      if (people.length === 0) throw error
      const where = people.map(({ name, household_name }) =>
        t("people.move.livesIn", { name, household: household_name ?? "" })
      )
      const isMoved = await prompt({
        title: t("people.move.title"),
        description: `${where.join(" ")} ${t("people.move.detail")}`,
        confirmText: t("people.move.confirm"),
        cancelText: t("actions.cancel"),
        variant: "confirmation",
      })
      if (isMoved) return save(true)
      const names = people.map(({ name }) => name).join(", ")
      throw refusal("not_moved", t("people.move.kept", { names }), field)
    }
  }
}
