import { Refusal } from "./errors"

interface Kept {
  readonly request: string
  /** null while it is carried out. */
  answer: Answer | null
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What was answered to a key is answered again, a failure of the server too. Another request by the same key is refused. */
export class Keys {
  private readonly kept = new Map<string, Kept>()

  async once(key: string | null, request: string, work: () => Promise<Answer>): Promise<Answer> {
    if (key === null) return work()
    const known = this.kept.get(key)
    if (known) {
      if (known.request !== request)
        throw new Refusal(400, {
          ...{ type: "idempotency_error", message: `The key ${key} was used for another request.` },
        })
      if (known.answer) return known.answer
      throw new Refusal(409, {
        ...{ type: "invalid_request_error", code: "idempotency_key_in_use" },
        message: `A request with the key ${key} is under way.`,
      })
    }
    const entry: Kept = { request, answer: null }
    this.kept.set(key, entry)
    try {
      entry.answer = await work()
      return entry.answer
    } catch (error) {
      // What is wrong with a request is found before anything is done, and leaves its key unused.
      this.kept.delete(key)
      throw error
    }
  }

  /** As after a day. */
  forget(): void {
    this.kept.clear()
  }
}
