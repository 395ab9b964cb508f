import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeAnswer, RecordedAnswers, RefusedAnswer } from "../../modules/membership/types"
import { tellPaidBeside } from "./tell-paid-beside"

/** How many are written by one commit at most. */
const GROUP = 100
/** How many groups are written at a time: while the database works for one, the next is put together. */
const WRITERS = 2
/** How long answers wait for others to be written with. Whoever dies meanwhile leaves them to be looked up (BILL-4). */
const WAIT_MS = 500

/** Writes down what providers answer, in groups of a transaction each, while others are still being called or written. */
export class AnswerGroups {
  readonly done = { paid: 0, refused: [] as RefusedAnswer[] }

  private readonly answers: ChargeAnswer[] = []
  /** Expected or there, and not written. */
  private open = 0
  /** Of the open ones. */
  private being_written = 0
  private readonly writers = new Set<Promise<void>>()
  private is_grouping = false
  private failure: unknown
  private arrived: () => void = () => undefined
  private written: () => void = () => undefined

  constructor(private readonly container: MedusaContainer) {}

  get isIdle(): boolean {
    return this.open === 0
  }

  add(answer: Promise<ChargeAnswer>): void {
    this.open += 1
    answer.then(
      (given) => {
        this.answers.push(given)
        this.arrived()
        if (!this.is_grouping) void this.groupAll()
      },
      (error: unknown) => {
        this.close(1, error)
        this.arrived()
      }
    )
  }

  /**
   * Returns once no more than so many are still to come or to be written.
   * @throws once none is, what went wrong with one
   */
  async untilOpen(most: number): Promise<void> {
    while (this.open > most)
      await new Promise<void>((written) => {
        this.written = written
      })
    if (this.open === 0 && this.failure !== undefined) throw this.failure as Error
  }

  private async groupAll(): Promise<void> {
    this.is_grouping = true
    while (this.answers.length > 0) {
      await this.fullOrLate()
      if (this.writers.size === WRITERS) await Promise.race(this.writers)
      const writer = this.writeGroup(this.answers.splice(0, GROUP)).finally(() => this.writers.delete(writer))
      this.writers.add(writer)
    }
    this.is_grouping = false
  }

  /** It never fails. */
  private async writeGroup(group: readonly ChargeAnswer[]): Promise<void> {
    this.being_written += group.length
    const error = await this.write(group).catch((failure: unknown) => failure)
    this.being_written -= group.length
    this.close(group.length, error)
  }

  private async write(group: readonly ChargeAnswer[]): Promise<void> {
    const { paid, refused } = await record(this.container, group)
    this.done.paid += paid.length
    this.done.refused.push(...refused)
    await tellPaidBeside(this.container, refused)
  }

  /** A group is full as well when nothing more can come to it. */
  private async fullOrLate(): Promise<void> {
    const isFull = () =>
      this.answers.length >= GROUP || this.answers.length === this.open - this.being_written
    if (isFull()) return
    await new Promise<void>((ready) => {
      const late = setTimeout(ready, WAIT_MS)
      this.arrived = () => {
        if (!isFull()) return
        clearTimeout(late)
        ready()
      }
    })
  }

  private close(answers: number, error: unknown): void {
    this.open -= answers
    this.failure ??= error
    this.written()
  }
}

/** One that cannot be written down must not lose what the others were told: a group that has it is written one by one. */
async function record(
  container: MedusaContainer,
  answers: readonly ChargeAnswer[]
): Promise<RecordedAnswers> {
  try {
    return await container.resolve(MEMBERSHIP_MODULE).recordChargeAnswers(answers)
  } catch (error) {
    if (answers.length > 1) {
      const each: RecordedAnswers[] = []
      for (const answer of answers) each.push(await record(container, [answer]))
      return { paid: each.flatMap(({ paid }) => paid), refused: each.flatMap(({ refused }) => refused) }
    }
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `What became of the charge ${answers[0]!.charge_id} cannot be written down; it is looked up later: ${message}`
      )
    return { paid: [], refused: [] }
  }
}
