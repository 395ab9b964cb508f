import { useTranslation } from "react-i18next"
import type { Words } from "../i18n/english"

/** The namespace of `src/admin/i18n`. */
const NAMESPACE = "memberships"

/** `count_one` and `count_other` are both reached as `count`. */
type Singular<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Singular<Key> : `${Key}.${Paths<Tree[Key]>}`
}[keyof Tree & string]

export type TextKey = Paths<Words>
export type Text = (key: TextKey, values?: Record<string, string | number>) => string

/** The words of our namespace. A key that does not exist is a compile error. */
export function useText(): Text {
  const { t } = useTranslation(NAMESPACE)
  return t
}
