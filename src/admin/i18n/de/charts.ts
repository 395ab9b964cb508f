import type { charts as words } from "../en/charts"

export const charts: typeof words = {
}
