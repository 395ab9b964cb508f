import type { studio as words } from "../en/studio"

export const studio: typeof words = {
}
