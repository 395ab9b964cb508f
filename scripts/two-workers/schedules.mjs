// The platform's scheduled jobs as Redis keeps them (@medusajs/workflow-engine-redis), seen from outside.
import { Queue } from "bullmq"

const JOBS = "medusa-workflows-jobs"
/** What is done each minute about charges, in the order in which it helps. */
const MINUTELY = ["membership-renew", "membership-follow-dunning", "membership-settle-credits"]

export class Schedules {
  constructor({ host, port }) {
    this.queue = new Queue(JOBS, { connection: { host, port } })
  }

  /** How many processes take jobs out of the queue. */
  async takers() {
    return this.queue.getWorkersCount()
  }

  /** The plugin's schedules, and how often each stands there. */
  async registered() {
    const counted = {}
    for (const { key } of await this.queue.getRepeatableJobs()) {
      const [name] = /membership-[a-z-]+/.exec(key) ?? []
      if (name) counted[name] = (counted[name] ?? 0) + 1
    }
    return counted
  }

  /** A minute that comes earlier: the job that the schedule adds each minute once more, unless one waits already. */
  async ring() {
    const waiting = (await this.queue.getWaiting()).map(({ data }) => data.jobId)
    for (const { name, data } of await this.#minutely())
      if (!waiting.includes(data.jobId)) await this.queue.add(name, data, { removeOnComplete: true })
  }

  async #minutely() {
    if (this.known) return this.known
    const delayed = await this.queue.getDelayed()
    return (this.known = MINUTELY.map((job) => delayed.find(({ data }) => data.jobId.includes(job))))
  }

  async close() {
    await this.queue.close()
  }
}
