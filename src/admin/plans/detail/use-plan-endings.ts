import { toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { useErrorText } from "../../text/use-error-text"
import { type Text, useText } from "../../text/use-text"
import { useDeletePlan, useUpdatePlan } from "../queries/plans"
import type { Plan } from "../types"

export interface PlanEndings {
  archive: () => Promise<void>
  restore: () => Promise<void>
  /** Deletes it, or says why that cannot be and offers to archive it (PLAN-14). */
  remove: () => Promise<void>
}

type Question = Parameters<ReturnType<typeof usePrompt>>[0]

/** What archiving means for those who have it: nothing (PLAN-14). */
const archiveText = ({ membership_counts: { live } }: Plan, t: Text) =>
  `${live ? t("plans.detail.archiveSold", { count: live }) : t("plans.detail.archiveNone")} ${t("plans.detail.archiveBack")}`

const soldText = ({ status, membership_counts: { total } }: Plan, t: Text) =>
  status === "archived" ? t("plans.detail.wasSoldArchived") : t("plans.detail.wasSold", { count: total })

export function usePlanEndings(plan: Plan): PlanEndings {
  const t = useText()
  const errorText = useErrorText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const { mutateAsync: update } = useUpdatePlan(plan.id)
  const { mutateAsync: deletePlan } = useDeletePlan(plan.id)
  const { name } = plan
  const cancelText = t("actions.cancel")

  const after = async (question: Question, change: () => Promise<unknown>, done: string) => {
    if (!(await prompt({ cancelText, ...question }))) return
    try {
      await change()
      toast.success(done)
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  const archiveAfter = async (title: string, description: string) =>
    after(
      { title, description, confirmText: t("plans.detail.archive") },
      async () => update({ status: "archived" }),
      t("plans.detail.archived", { name })
    )
  const restore = async () =>
    after(
      {
        title: t("plans.detail.restoreTitle"),
        description: t("plans.detail.restoreDetail"),
        confirmText: t("plans.detail.solve.restore"),
        variant: "confirmation",
      },
      async () => update({ status: "active" }),
      t("plans.detail.activated", { name })
    )
  const remove = async () => {
    if (plan.membership_counts.total > 0) {
      if (plan.status === "archived") {
        toast.info(t("plans.detail.wasSoldTitle"), { description: soldText(plan, t) })
        return
      }
      return archiveAfter(t("plans.detail.wasSoldTitle"), soldText(plan, t))
    }
    const change = async () => {
      await deletePlan()
      await navigate("/memberships/plans", { replace: true })
    }
    const question = {
      title: t("plans.detail.deleteTitle"),
      description: t("plans.detail.deleteDetail", { name }),
      confirmText: t("plans.detail.delete"),
    }
    return after(question, change, t("plans.detail.deleted", { name }))
  }
  return {
    archive: async () => archiveAfter(t("plans.detail.archiveTitle"), archiveText(plan, t)),
    restore,
    remove,
  }
}
