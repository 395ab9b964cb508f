import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { randomBytes } from "node:crypto"
import { writeFileSync } from "node:fs"
import { MEMBERSHIP_MODULE } from "../modules/membership"
import { seedLocations } from "./studio/locations"
import { seedAdmin, seedClassifications, seedHousehold } from "./studio/people"
import { FAMILY_HANDLE } from "./studio/plans"
import { seedProducts, SHIRT_HANDLE } from "./studio/products"
import { seedPlans } from "./studio/seed-plans"
import { seedServices } from "./studio/services"
import { seedStore } from "./studio/store"

/**
 * The demo studio (`medusa exec ./src/scripts/seed.ts`). It makes what is missing and leaves the rest as it is, so that
 * it can run again; only the administrator's password is set each time. What is needed to try the studio out is written
 * to `STUDIO_FILE`, or shown where that is not set.
 */
export default async function seed({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const { sales_channel_id, publishable_key, region_ids } = await seedStore(container)
  const { berlin_id, new_york_id, shipping_profile_id } = await seedLocations(container, sales_channel_id)
  const stock_location_ids = [berlin_id, new_york_id]
  await seedProducts(container, { sales_channel_id, shipping_profile_id, stock_location_ids })
  const classification_ids = await seedClassifications(container)
  const service_ids = await seedServices(container)
  const plan_ids = await seedPlans(container, {
    berlin_id,
    sales_channel_id,
    classification_ids,
    service_ids,
  })
  await seedHousehold(container)

  const admin_email = process.env.STUDIO_ADMIN_EMAIL ?? "owner@studio.example"
  const admin_password = process.env.STUDIO_ADMIN_PASSWORD ?? randomBytes(18).toString("base64url")
  await seedAdmin(container, admin_email, admin_password)

  const family = await container
    .resolve(MEMBERSHIP_MODULE)
    .loadSalePlan({ id_or_handle: plan_ids.get(FAMILY_HANDLE)! })
  const card = {
    admin_email,
    admin_password,
    publishable_key,
    region_id: region_ids.get("Germany"),
    us_region_id: region_ids.get("United States"),
    location_id: berlin_id,
    us_location_id: new_york_id,
    family_plan_handle: FAMILY_HANDLE,
    family_terms_version: family.current_terms?.version,
    family_ages: [38, 36, 12, 6],
    shirt_handle: SHIRT_HANDLE,
  }
  const written = `${JSON.stringify(card, null, 2)}\n`
  const { STUDIO_FILE } = process.env
  if (STUDIO_FILE) writeFileSync(STUDIO_FILE, written, { mode: 0o600 })
  else container.resolve(ContainerRegistrationKeys.LOGGER).info(`The demo studio is filled.\n${written}`)
}
