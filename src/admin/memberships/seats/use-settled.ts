import { useState } from "react"

/** A value as it was when it was last settled, so that what is shown does not jump while the server is asked again. */
export function useSettled<Value>(value: Value, isSettled: boolean): Value {
  const [kept, setKept] = useState(value)
  if (isSettled && kept !== value) setKept(value)
  return isSettled ? value : kept
}
