// What is printed when a studio is ready: where it is, how to log in, and a purchase to copy and paste.
import { bornOn } from "./ages.mjs"

/** Whoever is bought for has the card's ages today. */
const today = () => new Date().toISOString().slice(0, 10)

/** One purchase through the platform's own store routes and our one: cart, seats, payment, completion. */
function purchase({ url, publishable_key, region_id, location_id, ...family }) {
  const membership = JSON.stringify({
    plan_id: family.family_plan_handle,
    location_id,
    people: family.family_ages.map((age) => ({ date_of_birth: bornOn(today(), age) })),
    accepted_terms_version: family.family_terms_version,
  })
  const post = `post() { curl -s -X POST "${url}/store/$1" -H "content-type: application/json" -H "x-publishable-api-key: ${publishable_key}" -d "$2"; }`
  const id = (name) => `node -pe 'JSON.parse(fs.readFileSync(0)).${name}.id'`
  return [
    post,
    `CART=$(post carts '${JSON.stringify({ region_id, email: "family@example.com" })}' | ${id("cart")})`,
    `post carts/$CART/memberships '${membership}'; echo`,
    `PAY=$(post payment-collections "{\\"cart_id\\":\\"$CART\\"}" | ${id("payment_collection")})`,
    `post payment-collections/$PAY/payment-sessions '{"provider_id":"pp_system_default"}' >/dev/null`,
    `post carts/$CART/complete '{}'; echo`,
  ]
}

/** @param card what the seed wrote; a line whose facts are missing is left out */
export function printCard(card) {
  const lines = [
    ["Admin", `${card.url}/app`],
    ["E-mail", card.admin_email],
    ["Password", card.admin_password],
    ["Publishable key", card.publishable_key],
  ]
  console.log("\nThe studio is open.\n")
  for (const [name, value] of lines) if (value) console.log(`  ${name.padEnd(16)} ${value}`)
  if (card.publishable_key && card.region_id && card.family_plan_handle) {
    console.log(
      "\nA family membership, bought as a storefront would (copy and paste into another terminal):\n"
    )
    for (const line of purchase(card)) console.log(line)
  }
  console.log("\n`npm run demo` drives a longer purchase. Ctrl-C stops everything.\n")
}
