import { randomUUID } from "node:crypto"
import { Client } from "@medusajs/framework/pg"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** The tests of a file, against this application on a database of its own. */
export function studioTests(options: Options): void {
  const dbName = `studio-${randomUUID()}`
  medusaIntegrationTestRunner({
    inApp: true,
    ...options,
    dbName,
    hooks: { beforeServerStart: () => copyMigratedDatabase(dbName) },
  })
}

/** The runner leaves a database that is there as it is, and then finds nothing to migrate. */
async function copyMigratedDatabase(name: string): Promise<void> {
  const {
    DB_HOST: host,
    DB_PORT: port,
    DB_USERNAME: user,
    DB_PASSWORD: password,
    DB_TEMPLATE: template,
  } = process.env
  if (!template) return
  const client = new Client({ host, port: Number(port), user, password, database: "postgres" })
  await client.connect()
  try {
    const [database, from] = [name, template].map((word) => client.escapeIdentifier(word))
    await client.query(`create database ${database} template ${from}`)
  } finally {
    await client.end()
  }
}
