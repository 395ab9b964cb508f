import type { CustomerName, PersonName } from "./types"

export const nameOf = ({ first_name, last_name }: PersonName): string =>
  [first_name, last_name].filter(Boolean).join(" ")

/** Customers may be without a name; their e-mail then stands for it. */
export function customerName({ first_name, last_name, email, id }: CustomerName): string {
  const name = [first_name, last_name].filter(Boolean).join(" ")
  if (name === "") return email ?? id
  return email ? `${name} (${email})` : name
}

/** Guardians first, then by name. */
export const byRank = (
  a: PersonName & { is_guardian: boolean },
  b: PersonName & { is_guardian: boolean }
): number => Number(b.is_guardian) - Number(a.is_guardian) || nameOf(a).localeCompare(nameOf(b))
