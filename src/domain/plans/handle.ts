/** A handle made from a plan's name: "Yoga für Anfänger!" is `yoga-fur-anfanger`. */
export function handleOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase()
  const handle = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "")
  return handle === "" ? "plan" : handle
}

/** The handle itself when it is free, else the first of `-2`, `-3` … that is. */
export function freeHandle(handle: string, taken: ReadonlySet<string>): string {
  let free = handle
  for (let number = 2; taken.has(free); number++) free = `${handle}-${number}`
  return free
}
