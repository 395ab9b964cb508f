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
    for (const { data } of await this.queue.getDelayed()) {
      const [name] = /membership-[a-z-]+/.exec(data.jobId) ?? []
      if (name) counted[name] = (counted[name] ?? 0) + 1
    }
    return counted
  }

  /** Jobs whose time comes earlier: as the schedule adds them, once more, unless one waits already. */
  async ring(jobs = MINUTELY) {
    const waiting = (await this.queue.getWaiting()).map(({ data }) => data.jobId)
    for (const job of jobs) {
      const { name, data } = await this.#known(job)
      if (!waiting.includes(data.jobId)) await this.queue.add(name, data, { removeOnComplete: true })
    }
  }

  #jobs = new Map()

  async #known(job) {
    if (!this.#jobs.has(job)) {
      const delayed = await this.queue.getDelayed()
      this.#jobs.set(
        job,
        delayed.find(({ data }) => data.jobId.includes(job))
      )
    }
    return this.#jobs.get(job)
  }

  async close() {
    await this.queue.close()
  }
}
