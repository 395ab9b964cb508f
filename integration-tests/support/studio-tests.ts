import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "@medusajs/framework/pg"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]
type Studio = Parameters<Options["testSuite"]>[0]

const ENVIRONMENT = { STUDIO_CLOCK: "adjustable", STUDIO_TIME_ZONE: "Europe/Berlin" }

/** While spec files are read that share one server: that server. */
let shared: Studio | undefined

/** The tests of a file, against this application on a database of its own. */
export function studioTests(options: Options): void {
  if (shared) {
    testsInSharedStudio(shared, options)
    return
  }
  const dbName = `studio-${randomUUID()}`
  medusaIntegrationTestRunner({
    inApp: true,
    ...options,
    env: { ...ENVIRONMENT, ...options.env },
    testSuite: (studio) => {
      beforeAll(() => studio.api.interceptors.response.use(undefined, withoutSocket))
      beforeAll(async () => stopJobs(studio.getContainer()))
      options.testSuite(studio)
      beforeAll(() => untilQuiet(dbName))
    },
    dbName,
    hooks: { beforeServerStart: () => copyMigratedDatabase(dbName) },
  })
}

/** A job that the minute starts would do what a test is about to do; whoever tests one calls it. */
async function stopJobs(container: MedusaContainer): Promise<void> {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE) as unknown as {
    workflowOrchestratorService_: {
      inMemoryDistributedTransactionStorage_: { removeAll: () => Promise<void> }
    }
  }
  await engine.workflowOrchestratorService_.inMemoryDistributedTransactionStorage_.removeAll()
}

/** Jest's workers tell of a failed test in JSON, and die of an answer that leads round to its request. */
function withoutSocket(error: { request?: unknown; response?: { request?: unknown } }): never {
  delete error.request
  delete error.response?.request
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the error that it was
  throw error
}

const PRISTINE = `pristine-${randomUUID()}`

/** Spec files one after the other against one server, which takes its time to start; each begins with an empty studio. */
export function specsTogether(specs: ReadonlyMap<string, () => void>): void {
  studioTests({
    testSuite: (studio) => {
      beforeAll(() => studio.dbUtils.snapshot({ templateName: PRISTINE }))
      afterAll(() => onServer((client) => client.query(`drop database ${client.escapeIdentifier(PRISTINE)}`)))
      for (const [name, read] of specs)
        describe(name, () => {
          shared = studio
          try {
            read()
          } finally {
            shared = undefined
          }
        })
    },
  })
}

function testsInSharedStudio(studio: Studio, { env = {}, testSuite, ...others }: Options): void {
  const given: Record<string, unknown> = ENVIRONMENT
  const different = Object.entries(env).some(([name, value]) => given[name] !== value)
  if (different || Object.keys(others).length > 0)
    throw new Error("This file asks for a server of its own, which integration-tests/together does not give")
  beforeAll(() => studio.dbUtils.restore({ templateName: PRISTINE }))
  testSuite(studio)
  // After the file's own `beforeAll`: what the runner gives back to each of its tests.
  beforeAll(async () => {
    await untilQuiet(studio.dbConfig.dbName)
    await studio.dbUtils.snapshot()
  })
}

/** The runner leaves a database that is there as it is, and then finds nothing to migrate. */
async function copyMigratedDatabase(name: string): Promise<void> {
  const template = process.env.DB_TEMPLATE
  if (!template) return
  await onServer((client) => {
    const [database, from] = [name, template].map((word) => client.escapeIdentifier(word))
    return client.query(`create database ${database} template ${from}`)
  })
}

/** What the events of a `beforeAll` have set off is part of what its tests find; taking the snapshot would cut it short. */
async function untilQuiet(database: string): Promise<void> {
  const busy = "select from pg_stat_activity where datname = $1 and state <> 'idle'"
  await onServer(async (client) => {
    for (let quiet = 0; quiet < 6;) {
      quiet = (await client.query(busy, [database])).rowCount ? 0 : quiet + 1
      await sleep(50)
    }
  })
}

async function onServer(run: (client: Client) => Promise<unknown>): Promise<void> {
  const { DB_HOST: host, DB_PORT: port, DB_USERNAME: user, DB_PASSWORD: password } = process.env
  const client = new Client({ host, port: Number(port), user, password, database: "postgres" })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
