export interface Fields {
  [name: string]: FieldValue
}
export type FieldValue = string | FieldValue[] | Fields

/** What a form says, with `a[b][0]=c` as `{ a: { b: ["c"] } }`. */
export function readForm(body: string): Fields {
  const fields: Fields = {}
  for (const [name, value] of new URLSearchParams(body)) put(fields, name, value)
  return withLists(fields) as Fields
}

function put(fields: Fields, name: string, value: string): void {
  const [first = "", ...rest] = name.replaceAll("]", "").split("[")
  const path = [first, ...rest]
  const last = path.pop()!
  let at = fields
  for (const part of path) {
    const next = at[part]
    at = typeof next === "object" && !Array.isArray(next) ? next : (at[part] = {})
  }
  // `expand[]=a&expand[]=b` counts for itself.
  at[last === "" ? String(Object.keys(at).length) : last] = value
}

/** Names that are 0, 1, 2 … make a list. */
function withLists(value: FieldValue): FieldValue {
  if (typeof value === "string" || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, each]) => [name, withLists(each)] as const)
  if (entries.length > 0 && entries.every(([name], at) => name === String(at)))
    return entries.map(([, each]) => each)
  return Object.fromEntries(entries)
}

export const textIn = (fields: Fields, name: string): string | null => {
  const value = fields[name]
  return typeof value === "string" && value !== "" ? value : null
}

/** A form has no way to say nothing but an empty text. */
export function textsIn(fields: Fields, name: string): Record<string, string> {
  const value = fields[name]
  if (typeof value !== "object" || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => typeof each === "string" && each !== "")
  ) as Record<string, string>
}
