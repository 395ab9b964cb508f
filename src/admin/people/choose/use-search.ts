import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { SearchSource } from "./sources"

const PAUSE_MS = 250

/** What was typed, once the typing pauses. */
function usePaused(words: string): string {
  const [paused, setPaused] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return paused
}

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
