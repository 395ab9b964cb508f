// What a script starts (a database, a server, a temporary folder) ends with the script: at its normal end, at an error,
// at Ctrl-C in a terminal and at SIGTERM without one. Things end in the reverse order of their start.
// package.json starts these scripts with `exec`: npm signals only the shell it runs them in, which would not pass it on.
import { constants } from "node:os"

/** A reason to stop that its reader can act on: printed as one sentence, without a stack. */
export class PlainFailure extends Error {}

class Lifetime {
  #endings = []
  #ended
  /** What a signal means for the caller's shell. A server that was asked to stop has not failed; a set-up cut short has. */
  signalMeansSuccess = false

  /** True as soon as the end has begun: whatever fails from then on fails because of it. */
  get isEnding() {
    return this.#ended !== undefined
  }

  /** @param {() => unknown} ending called once; returns a handle that ends it early instead. */
  onEnd(ending) {
    let done
    const once = () => (done ??= Promise.resolve().then(ending))
    this.#endings.push(once)
    return once
  }

  end() {
    this.#ended ??= this.#runEndings()
    return this.#ended
  }

  async #runEndings() {
    for (let ending = this.#endings.pop(); ending; ending = this.#endings.pop()) {
      try {
        await ending()
      } catch (error) {
        console.error(error)
        process.exitCode = 1
      }
    }
  }
}

/**
 * Runs a script's work and leaves nothing running behind it.
 * @param {(lifetime: Lifetime) => Promise<number | void>} work its number is the exit code; nothing means 0
 */
export async function runScript(work) {
  const lifetime = new Lifetime()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // npm passes a terminal's Ctrl-C on although the terminal has sent it already: the second one changes nothing.
    process.on(signal, async () => {
      if (lifetime.isEnding) return
      await lifetime.end()
      process.exit(lifetime.signalMeansSuccess ? 0 : 128 + constants.signals[signal])
    })
  }
  let code = 0
  try {
    code = (await work(lifetime)) ?? 0
  } catch (error) {
    if (lifetime.isEnding) return // A signal is ending us; its handler decides the exit code.
    console.error(error instanceof PlainFailure ? error.message : error)
    code = 1
  }
  if (lifetime.isEnding) return
  await lifetime.end()
  process.exit(process.exitCode || code)
}
