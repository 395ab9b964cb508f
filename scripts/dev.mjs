// npm run dev: the same studio with reload. The admin comes from the sources, so nothing is built beforehand.
import { runScript } from "./lifetime.mjs"
import { printCard } from "./studio-card.mjs"
import { openDatabase } from "./studio-database.mjs"
import {
  describeStudio,
  develop,
  migrate,
  mustBeFree,
  portFromEnvironment,
  seed,
  studioCard,
} from "./studio.mjs"

await runScript(async (lifetime) => {
  const port = portFromEnvironment()
  await mustBeFree(port)
  const studio = describeStudio({ databaseUrl: await openDatabase(lifetime), port })
  await migrate(lifetime, studio)
  await seed(lifetime, studio)
  const server = await develop(lifetime, studio)
  lifetime.signalMeansSuccess = true
  printCard(studioCard(studio))
  return server.exited
})
