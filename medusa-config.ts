import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { randomBytes } from "node:crypto"
import path from "node:path"

const environment = process.env.NODE_ENV ?? "development"
loadEnv(environment, process.cwd())

const { env } = process
const port = env.PORT ?? "9000"
const here = `http://localhost:${port}`
const redisUrl = env.REDIS_URL

/** Test cards instead of money: while developing, and in a demo that asks for it. */
const paymentSandbox = env.PAYMENT_SANDBOX ? env.PAYMENT_SANDBOX === "true" : environment !== "production"

/** Stripe beside it, where there is a key: of a test account, or any with the tests' own server (docs/stripe.md). */
const stripeKey = env.STRIPE_API_KEY

/** The bank of `npm run bench`, with its options and limits as JSON (bench/bank). */
const benchBank = env.BENCH_BANK ? (JSON.parse(env.BENCH_BANK) as { limits?: object }) : null

/**
 * The scripts keep each install's secrets in `.data/` and pass them on. A bare `medusa` command without any gets one that
 * nobody can know, which ends its sessions with it; several servers behind one address need the variables set.
 */
const secret = (given: string | undefined) => given ?? randomBytes(24).toString("base64url")

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    databaseDriverOptions: {},
    redisUrl,
    http: {
      storeCors: env.STORE_CORS ?? `http://localhost:8000,${here}`,
      adminCors: env.ADMIN_CORS ?? here,
      authCors: env.AUTH_CORS ?? `http://localhost:8000,${here}`,
      jwtSecret: secret(env.JWT_SECRET),
      cookieSecret: secret(env.COOKIE_SECRET),
    },
    // `medusa start` means production, where the session cookie is `Secure`: over plain http, as on one's own machine,
    // the admin's login then never sticks.
    cookieOptions: env.COOKIE_SECURE === "false" ? { secure: false, sameSite: "lax" } : {},
    workerMode: (env.MEDUSA_WORKER_MODE ?? "shared") as "shared" | "worker" | "server",
  },
  admin: { disable: env.DISABLE_ADMIN === "true" },
  modules: [
    {
      resolve: "./src/modules/membership",
      options: {
        // An adjustable clock lets staff move the studio's time: for trying out, never for a studio with real customers.
        clock: env.STUDIO_CLOCK ?? (environment === "production" ? "system" : "adjustable"),
        default_time_zone: env.STUDIO_TIME_ZONE ?? "Europe/Berlin",
        ...paymentLimits(),
      },
    },
    ...(paymentSandbox || stripeKey || benchBank ? [paymentModule()] : []),
    ...(env.EMAILS_INTO_LOG === "true" ? [emailsIntoLog()] : []),
    ...(redisUrl ? redisModules(redisUrl) : []),
  ],
})

/**
 * Each process's part of a provider's limit, by which a set-up of several divides it. Where it is left out, a real provider is
 * called 25 times a second at most, and the sandbox's bank, which has no limit, as often as it answers.
 */
function paymentLimits() {
  if (benchBank) return benchBank.limits ? { payments: benchBank.limits } : {}
  const given = env.PAYMENTS_PER_SECOND
  if (given) return { payments: { per_second: Number(given) } }
  return paymentSandbox && !stripeKey ? { payments: { per_second: 1000, at_once: 50 } } : {}
}

function paymentModule() {
  const sandbox = {
    resolve: "./src/providers/payment-sandbox",
    id: "sandbox",
    options: {
      ...{ backend_url: here, allow_in_production: env.PAYMENT_SANDBOX === "true" },
      ...(env.PAYMENT_SANDBOX_TIMEOUT_MS ? { timeout_ms: Number(env.PAYMENT_SANDBOX_TIMEOUT_MS) } : {}),
    },
  }
  const providers = [
    ...(paymentSandbox ? [sandbox] : []),
    ...(stripeKey ? [stripe(stripeKey)] : []),
    ...(benchBank ? [{ resolve: path.resolve("bench/bank"), id: "bench", options: benchBank }] : []),
  ]
  return { resolve: "@medusajs/medusa/payment", options: { providers } }
}

function stripe(apiKey: string) {
  const port = env.STRIPE_LOCAL_PORT
  return {
    resolve: port ? path.resolve("integration-tests/support/stripe-provider") : "@medusajs/payment-stripe",
    id: "stripe",
    options: {
      ...{ apiKey, webhookSecret: env.STRIPE_WEBHOOK_SECRET, capture: true },
      ...(port ? { port: Number(port) } : {}),
    },
  }
}

/** For trying out: what customers are told can be read in the log of the process that tells it. */
function emailsIntoLog() {
  const provider = {
    resolve: "@medusajs/medusa/notification-local",
    id: "local",
    options: { name: "Local Notification Provider", channels: ["feed", "email"] },
  }
  return { resolve: "@medusajs/medusa/notification", options: { providers: [provider] } }
}

/** With several processes, events, workflows, locks and caches have to be shared between them. */
function redisModules(url: string) {
  const provider = (id: string) => ({
    providers: [{ resolve: `@medusajs/medusa/${id}`, id, is_default: true, options: { redisUrl: url } }],
  })
  return [
    { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: url } },
    { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl: url } } },
    { resolve: "@medusajs/medusa/locking", options: provider("locking-redis") },
    { resolve: "@medusajs/medusa/caching", options: provider("caching-redis") },
  ]
}
