import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Payment, SandboxBank } from "../../../../providers/payment-sandbox"
import { eventOf, sendWebhook, webhookSecret } from "../../../../providers/payment-sandbox/webhook"
import { handle } from "../../../http/handler"
import { sandboxOf } from "../../../http/sandbox"
import type { DecideBody } from "../routes"
import { confirmPage, PAGE_HEADERS } from "./page"

export const GET = handle(async (req, res) => {
  const { database, options } = sandboxOf(req.scope)
  const payment = await new SandboxBank(database, options).find(req.params.id!)
  res.set(PAGE_HEADERS).send(confirmPage(payment))
})

export const POST = handle<DecideBody>(async (req, res) => {
  const { database, options } = sandboxOf(req.scope)
  const bank = new SandboxBank(database, options)
  const { payment, is_new } = await bank.decide(req.params.id!, req.validatedBody.decision)
  if (is_new) await tellStore(req, payment)
  res.set(PAGE_HEADERS).send(confirmPage(payment))
})

/** The bank has decided whether or not the store hears of it: a store that missed a webhook asks. */
async function tellStore(req: MedusaRequest, payment: Payment): Promise<void> {
  const { id, jwtSecret } = sandboxOf(req.scope)
  const provider = ["sandbox", id].filter(Boolean).join("_")
  const url = `http://localhost:${req.socket.localPort}/hooks/payment/${provider}`
  try {
    await sendWebhook(url, webhookSecret(jwtSecret), { type: eventOf(payment), payment })
  } catch (error) {
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error as Error)
  }
}
