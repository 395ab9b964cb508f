// The platform's scheduled jobs as Redis keeps them (@medusajs/workflow-engine-redis), seen from outside.
import { Queue } from "bullmq"

const JOBS = "medusa-workflows-jobs"
/** What is done each minute about charges, in the order in which it helps. */
const MINUTELY = ["membership-renew", "membership-follow-dunning", "membership-settle-credits"]
export const NIGHTLY_CHECK = "membership-verify-credit-ledger"

export class Schedules {
  constructor({ host, port }) {
    this.queue = new Queue(JOBS, { connection: { host, port } })
  }

  /** How many processes take jobs out of the queue. */
  async takers() {
    return this.queue.getWorkersCount()
  }

  /** The plugin's jobs whose time is still to come, and how often each stands there. */
  async coming() {
    const counted = {}
    for (const each of await this.queue.getDelayed()) {
      const [name] = /membership-[a-z-]+/.exec(each?.data.jobId) ?? []
      if (name) counted[name] = (counted[name] ?? 0) + 1
    }
    return counted
  }

  /** Jobs whose time comes earlier: as the schedule adds them, once more, unless one waits already. */
  async ring(jobs = MINUTELY) {
    const waiting = (await this.queue.getWaiting()).map((each) => each?.data.jobId)
    for (const job of jobs) {
      const known = await this.#known(job)
      if (known && !waiting.includes(known.data.jobId))
        await this.queue.add(known.name, known.data, { removeOnComplete: true })
    }
  }

  #jobs = new Map()

  /** As it stands in the queue for some minute or other. */
  async #known(job) {
    if (!this.#jobs.has(job)) {
      const all = await this.queue.getJobs(["delayed", "waiting", "active"])
      const found = all.find((each) => each?.data.jobId.includes(job))
      if (found) this.#jobs.set(job, found)
    }
    return this.#jobs.get(job)
  }

  async close() {
    await this.queue.close()
  }
}
