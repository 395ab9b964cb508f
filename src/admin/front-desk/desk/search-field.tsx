import { Avatar, clx, Input, Label, Text } from "@medusajs/ui"
import { type KeyboardEvent, type RefObject, useId, useState } from "react"
import { nameOf } from "../../people/names"
import { useText } from "../../text/use-text"
import type { DeskMember } from "./types"

interface SearchFieldProps {
  field: RefObject<HTMLInputElement>
  text: string
  /** null while nothing is asked, or no answer is there. */
  members: readonly DeskMember[] | null
  onText: (text: string) => void
  onChoose: (member: DeskMember) => void
  /** Without a choice of the arrow keys. */
  onEnter: () => void
  onEscape: () => void
}

/** The one field of the desk: the arrow keys move among who is found, and Enter means the one that is marked. */
export function SearchField({ field, text, members, onText, onChoose, onEnter, onEscape }: SearchFieldProps) {
  const t = useText()
  const id = useId()
  // Of these words: other words begin anew.
  const [marked, setMarked] = useState<{ at: number; text: string } | null>(null)
  const at = marked?.text === text ? marked.at : null
  const found = members ?? []

  const move = (step: 1 | -1) => {
    if (found.length === 0) return
    const next = at === null ? (step === 1 ? 0 : found.length - 1) : (at + step + found.length) % found.length
    setMarked({ at: next, text })
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: onEscape,
    Enter: () => {
      const member = at === null ? undefined : found[at]
      if (member) onChoose(member)
      else onEnter()
    },
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.repeat || event.key.startsWith("Arrow")) act()
  }

  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("frontDesk.desk.search")}
      </Label>
      <Input
        ref={field}
        id={id}
        autoFocus
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={at === null ? undefined : `${id}-${at}`}
        aria-describedby={`${id}-hint`}
        className="h-12 text-base"
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
      <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle text-pretty">
        {t("frontDesk.desk.searchHint")}
      </Text>
      <ul
        id={`${id}-found`}
        role="listbox"
        aria-label={t("frontDesk.desk.results")}
        className={clx("flex flex-col gap-y-1", found.length === 0 && "hidden")}
      >
        {found.map((member, index) => (
          <li
            key={member.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Keeps the focus in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(member)}
            className={clx(
              "hover:bg-ui-bg-base-hover flex min-h-12 cursor-pointer items-center gap-x-3 rounded-md border px-3 py-2",
              index === at && "bg-ui-bg-base-hover border-ui-border-interactive"
            )}
          >
            <Avatar
              src={member.photo_url ?? undefined}
              fallback={member.first_name.slice(0, 1)}
              aria-hidden
            />
            <Text size="small" leading="compact" weight="plus" className="min-w-0 flex-1 break-words">
              {nameOf(member)}
            </Text>
            {member.age_band && (
              <Text size="small" leading="compact" className="text-ui-fg-subtle shrink-0">
                {member.age_band}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
