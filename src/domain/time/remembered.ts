/** Days and zones repeat: a run of renewals asks for the same few of them a million times. */
const MOST = 4096

/**
 * A pure function that remembers its latest answers; what it throws is not remembered. Calendar rules take tens of
 * microseconds each, more than all else that a renewal computes.
 * @param keyOf tells arguments apart that have different answers
 */
export function remembered<Arguments extends readonly unknown[], Answer>(
  compute: (...args: Arguments) => Answer,
  keyOf: (...args: Arguments) => string
): (...args: Arguments) => Answer {
  const answers = new Map<string, Answer>()
  return (...args) => {
    const key = keyOf(...args)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = compute(...args)
    if (answers.size >= MOST) answers.clear()
    answers.set(key, answer)
    return answer
  }
}
