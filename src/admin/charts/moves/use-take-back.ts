import { toast, usePrompt } from "@medusajs/ui"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type PlannedMove, useTakeMovesBack } from "../queries/moves"
import { membershipName } from "./names"
import type { MovesSetting } from "./price-moves"

export type TakeBack = ReturnType<typeof useTakeBack>

/** Asks, and leaves memberships on their version after all, until the renewal of their move. */
export function useTakeBack({ plan_id, version: { id: to_price_chart_id, moving_count } }: MovesSetting) {
  const t = useText()
  const errorText = useErrorText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useTakeMovesBack(plan_id)
  const ask = async (question: { title: string; description: string }, membership_ids?: string[]) => {
    const isWanted = await prompt({
      ...question,
      confirmText: t("moves.planned.takeBack"),
      cancelText: t("actions.cancel"),
    })
    if (!isWanted) return
    try {
      const { length: count } = await mutateAsync({ to_price_chart_id, membership_ids })
      toast.success(t("moves.planned.takenBack", { count }))
    } catch (error) {
      toast.error(t("moves.planned.failed"), { description: errorText(error) })
    }
  }
  return {
    isPending,
    all: async () =>
      ask({
        title: t("moves.planned.takeAllBackTitle"),
        description: t("moves.planned.takeAllBackDetail", { count: moving_count }),
      }),
    one: async (move: PlannedMove) =>
      ask(
        {
          title: t("moves.planned.takeBackTitle"),
          description: t("moves.planned.takeBackDetail", { name: membershipName(move, t) }),
        },
        [move.membership_id]
      ),
  }
}
