import { seatVerb } from "../../../../seat-verb"

export const POST = seatVerb("payer")
