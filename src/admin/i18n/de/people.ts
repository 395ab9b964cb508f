import type { people as words } from "../en/people"

export const people: typeof words = {
}
