import { Combobox } from "@medusajs/dashboard/components"
import { type ComponentProps, forwardRef } from "react"
import { useText } from "../../text/use-text"
import type { Found, SearchSource } from "./sources"
import { useSearch } from "./use-search"

type InputProps = Omit<ComponentProps<typeof Combobox>, "value" | "onChange" | "options">

export interface SearchInputProps extends InputProps {
  source: SearchSource
  /** Who is chosen already, and not offered again. */
  except?: readonly string[]
  onChoose: (found: Found) => void
}

/** Finds people, households or customers by words, and offers them. */
export const SearchInput = forwardRef<HTMLInputElement, SearchInputProps>(function SearchInput(
  { source, except = [], onChoose, ...input },
  ref
) {
  const t = useText()
  const { found, words, setWords, open } = useSearch(source)
  const offered = found.filter(({ id }) => !except.includes(id))
  return (
    <Combobox
      {...input}
      ref={ref}
      value=""
      // The platform's own handler of `focus`, which opens the list, stays in place.
      onFocusCapture={open}
      searchValue={words}
      onSearchValueChange={setWords}
      options={offered.map(({ id, name, household }) => ({
        value: id,
        label: household ? `${name} · ${t("people.search.lives", { household: household.name })}` : name,
      }))}
      onChange={(id) => {
        const chosen = offered.find((each) => each.id === id)
        if (chosen) onChoose(chosen)
      }}
    />
  )
})
