import type { plans as words } from "../en/plans"

export const plans: typeof words = {
}
