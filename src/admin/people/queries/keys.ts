import { keysOf } from "../../platform/query-keys"

export const memberKeys = keysOf("membership_members")
export const householdKeys = keysOf("membership_households")
export const ageingOutKeys = keysOf("membership_ageing_out")
