import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { usePaused } from "../../forms/use-paused"
import type { SearchSource } from "./sources"

/** Asks nothing until it is opened: a form that is only looked at makes no request for it. */
export function useSearch(source: SearchSource) {
  const [isOpened, setOpened] = useState(false)
  const [words, setWords] = useState("")
  const asked = usePaused(words)
  const { data = [], isError } = useQuery({
    queryKey: ["membership_search", source.key, asked],
    queryFn: async () => source.find(asked),
    enabled: isOpened,
    placeholderData: keepPreviousData,
  })
  return { found: data, isError, words, setWords, open: () => setOpened(true) }
}
