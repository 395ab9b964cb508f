import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { membershipModule } from "../http/handler"
import { frontDeskOf } from "./authenticate"

/** Where the desk stands: a device at its own location, whatever it says; staff where they say they are. */
export function placeOf(req: MedusaRequest, location_id: string | undefined): string {
  const { device } = frontDeskOf(req)
  const place = device?.location_id ?? location_id
  if (place !== undefined) return place
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "Say where you are: give a location_id.",
    "invalid_request"
  )
}

/** Who stands there: by id, or by the code that was scanned. @throws DomainError `code_unknown` and its like */
export async function visitorOf(
  req: MedusaRequest,
  { member_id, code }: { member_id?: string | undefined; code?: string | undefined }
): Promise<string> {
  return member_id ?? membershipModule(req).resolveAccessCode({ code: code ?? "" })
}
