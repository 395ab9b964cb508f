// The processes of a studio that grows past one: a server, and workers that come and go.
import { freePort } from "../postgres.mjs"
import { startCommand } from "../processes.mjs"
import { builtApp } from "../project.mjs"
import { whenReady } from "../studio.mjs"

export class Fleet {
  #started = 0
  /** Workers that nobody has killed, by the names by which the database knows them. */
  workers = new Map()

  constructor(lifetime, studio) {
    this.lifetime = lifetime
    this.studio = studio
  }

  async startServer() {
    await this.#start("server", { port: this.studio.port, mode: "server" }).isReady()
  }

  /** @returns its name, once it works */
  async startWorker() {
    const name = `worker ${++this.#started}`
    const worker = this.#start(name, { port: await freePort(), mode: "worker" })
    this.workers.set(name, worker)
    await worker.isReady()
    return name
  }

  /** kill -9, wherever it is. */
  async kill(name) {
    const { kill, exited } = this.workers.get(name)
    this.workers.delete(name)
    kill()
    await exited
  }

  #start(name, { port, mode }) {
    const log = this.studio.log(name.replace(" ", "-"))
    const env = {
      ...this.studio.env,
      ...{ PORT: String(port), MEDUSA_WORKER_MODE: mode, DISABLE_ADMIN: "true", PGAPPNAME: name },
    }
    const args = ["start", "--port", String(port)]
    const command = startCommand(this.lifetime, "medusa", args, { cwd: builtApp, env, log })
    return { ...command, isReady: () => whenReady(command, { url: `http://localhost:${port}` }, log) }
  }
}
