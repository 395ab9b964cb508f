import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import { ApiError } from "../../platform/api"
import { usePaused } from "../../forms/use-paused"
import { nameOf } from "../../people/names"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { foundQuery, isLost, useCheckIn, useDecision, useFound, useToday } from "./queries"
import type { CheckedIn, DeskMember, Place, Wish } from "./types"
import { useOnline } from "./use-online"

/** How long it is said that somebody was checked in, unless something else is done before. */
const SAID_MS = 6000

interface Said {
  title: string
  answer: CheckedIn
}

const isNamed = (member: DeskMember, text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => nameOf(member).toLowerCase().includes(word))

/** What happens at the desk: somebody is found, looked at, and let in or not (ACCESS-7). */
export function useDesk(place: Place) {
  const t = useText()
  const errorText = useErrorText()
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const focus = useCallback(() => field.current?.focus(), [])
  useTypedAnywhere(focus)
  const [text, setText] = useState("")
  const [chosen, setChosen] = useState<DeskMember | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [said, setSaid] = useSaid()
  const words = text.trim()
  const paused = usePaused(words)
  const found = useFound(words === "" ? "" : paused, place.location_id)
  const decision = useDecision(chosen?.id ?? null, place)
  const today = useToday(place.location_id)
  const checkIn = useCheckIn(place)
  const isOffline = !useOnline() || [found.error, decision.error, today.error].some(isLost)

  const clear = () => {
    // What was typed meanwhile stays: a scanner may be at the next card already.
    setText((now) => (now.trim() === words ? "" : now))
    setChosen(null)
    setFault(null)
    focus()
  }
  const type = (typed: string) => {
    setText(typed)
    setFault(null)
    if (typed.trim() === "") return
    setSaid(null)
    setChosen(null)
  }
  const choose = (member: DeskMember) => {
    clear()
    setSaid(null)
    setChosen(member)
  }

  /** @returns the server's answer, or why there is none */
  const letIn = async (wish: Wish): Promise<CheckedIn | Error> => {
    setFault(null)
    try {
      const answer = await checkIn.mutateAsync(wish)
      if (!answer.decision.allowed) return answer
      setSaid({ title: titleOf(answer), answer })
      if (!wish.guest) clear()
      return answer
    } catch (error) {
      return error as Error
    }
  }
  const titleOf = ({ member, visit, repeated }: CheckedIn): string => {
    const name = nameOf(member)
    if (repeated) return t("frontDesk.desk.repeated", { name })
    if (visit.guest_name) return t("frontDesk.desk.guestCheckedIn", { guest: visit.guest_name, name })
    return t("frontDesk.desk.checkedIn", { name })
  }

  /** What was scanned is a code: whose it is comes in, or is seen to be refused. @returns whether it was a code */
  const scan = async (code: string): Promise<boolean> => {
    const answer = await letIn({ code })
    if (answer instanceof ApiError && answer.code === "code_unknown") return false
    if (answer instanceof Error) setFault(errorText(answer))
    else if (!answer.decision.allowed) choose(answer.member)
    return true
  }

  /** Who else is meant by what was typed: the server's code, or whoever is found first. */
  const search = async () => {
    // What a scanner types next takes its place.
    field.current?.select()
    try {
      const members = await client.fetchQuery(foundQuery(words, place.location_id))
      const [first] = members
      const mayBeCode = members.length === 0 || (members.length === 1 && !isNamed(first!, words))
      if (mayBeCode && (await scan(words))) return
      if (first) choose(first)
    } catch (error) {
      setFault(errorText(error))
    }
  }

  const act = async (wish: Omit<Wish, "member_id" | "code"> = {}) => {
    if (chosen === null || isOffline || checkIn.isPending) return null
    const answer = await letIn({ member_id: chosen.id, ...wish })
    focus()
    return answer
  }

  return {
    ...{
      field,
      focus,
      text,
      chosen,
      fault,
      said,
      found,
      decision,
      today,
      isOffline,
      clear,
      type,
      choose,
      search,
      act,
    },
    isBusy: checkIn.isPending,
    setFault,
    /** Those of the words that stand in the field. */
    members: words !== "" && paused === words && !found.isPlaceholderData ? (found.data ?? null) : null,
    words,
  }
}

export type Desk = ReturnType<typeof useDesk>

/** Where nothing has the focus, such as after a click beside everything, what a scanner types still arrives. */
function useTypedAnywhere(focus: () => void) {
  useEffect(() => {
    const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const isLetter = key.length === 1 && !ctrlKey && !metaKey && !altKey
      if (isLetter && document.activeElement === document.body) focus()
    }
    document.addEventListener("keydown", onKeyDown, true)
    return () => document.removeEventListener("keydown", onKeyDown, true)
  }, [focus])
}

function useSaid() {
  const [said, setSaid] = useState<Said | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return [said, setSaid] as const
}
