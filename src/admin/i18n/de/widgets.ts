import type { widgets as words } from "../en/widgets"

export const widgets: typeof words = {
}
