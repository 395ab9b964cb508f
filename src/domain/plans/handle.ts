/**
 * A handle made from a plan's name: "Yoga für Anfänger!" is `yoga-fur-anfanger`. Only Latin letters lose their accents:
 * in other scripts the mark makes another letter.
 * @param nameless the handle of a name without any letter or digit
 */
export function handleOf(name: string, nameless = "plan"): string {
  const bare = name.normalize("NFKD").replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
  const plain = bare.normalize("NFC").replaceAll("ß", "ss").toLowerCase()
  const handle = plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "")
  return handle === "" ? nameless : handle
}

/** The handle itself when it is free, else the first of `-2`, `-3` … that is. */
export function freeHandle(handle: string, taken: ReadonlySet<string>): string {
  let free = handle
  for (let number = 2; taken.has(free); number++) free = `${handle}-${number}`
  return free
}
