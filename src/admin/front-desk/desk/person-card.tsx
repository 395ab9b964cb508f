import { Avatar, Badge, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { LoadError } from "../../parts/load-error"
import { nameOf } from "../../people/names"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { AskPrompt, type Question } from "./ask-prompt"
import { DeskButton } from "./desk-button"
import { Choice } from "./place-bar"
import { isLost } from "./queries"
import type { DeskMember, Option, Place, Wish } from "./types"
import type { Desk } from "./use-desk"
import { useReasonText } from "./use-reason-text"
import { Verdict } from "./verdict"

interface PersonCardProps {
  member: DeskMember
  desk: Desk
  place: Place
}

/** Somebody at the counter: who they are, whether they may come in, and what staff can do. */
export function PersonCard({ member, desk, place }: PersonCardProps) {
  const t = useText()
  const { data: decision, error, refetch } = desk.decision
  const [picked, setPicked] = useState<string | null>(null)
  const options = decision?.options ?? []
  const option = options.find(({ membership_id }) => membership_id === picked) ?? decision?.with ?? null
  return (
    <Container className="divide-y p-0">
      <Who member={member} />
      {decision ? (
        <div className="flex flex-col gap-y-4 px-6 py-4" role="status">
          <Verdict {...{ member, option, place }} reasons={option?.reasons ?? decision.reasons} />
          {options.length > 1 && (
            <Choice
              label={t("frontDesk.desk.otherMembership")}
              value={option?.membership_id ?? ""}
              choices={options.map((each) => ({
                value: each.membership_id,
                label: t("frontDesk.desk.membership", { plan: each.plan_name, number: each.display_id }),
              }))}
              onChange={setPicked}
              onClosed={desk.focus}
            />
          )}
          <Actions
            {...{ member, desk, place, option }}
            isAllowed={(option?.reasons ?? decision.reasons).length === 0}
            wish={picked === null ? {} : { membership_id: picked }}
          />
        </div>
      ) : error && !isLost(error) ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <Text size="small" role="status" className="text-ui-fg-subtle px-6 py-10 text-center">
          {t("frontDesk.desk.deciding")}
        </Text>
      )}
    </Container>
  )
}

function Who({ member }: { member: DeskMember }) {
  return (
    <div className="flex items-center gap-x-4 px-6 py-4">
      <Avatar
        size="xlarge"
        className="size-24 [&>*]:size-[92px] [&>*]:text-3xl"
        src={member.photo_url ?? undefined}
        fallback={`${member.first_name.slice(0, 1)}${member.last_name?.slice(0, 1) ?? ""}`}
        aria-hidden
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <Heading level="h1" className="min-w-0 break-words text-2xl leading-8">
          <Link to={`/memberships/members/${member.id}`} className="hover:underline">
            {nameOf(member)}
          </Link>
        </Heading>
        {member.age_band && <Badge size="small">{member.age_band}</Badge>}
      </div>
    </div>
  )
}

interface ActionsProps extends PersonCardProps {
  option: Option | null
  isAllowed: boolean
  wish: Pick<Wish, "membership_id">
}

function Actions({ member, desk, place, option, isAllowed, wish }: ActionsProps) {
  const t = useText()
  const errorText = useErrorText()
  const { sentence } = useReasonText(place.time_zone)
  const [question, setQuestion] = useState<Question | null>(null)
  const name = nameOf(member)

  /** @returns what is wrong; null when they are in */
  const attempt = async (more: Wish = {}): Promise<string | null> => {
    const answer = await desk.act({ ...wish, ...more })
    if (answer === null) return t("frontDesk.desk.offlineTitle")
    if (answer instanceof Error) return errorText(answer)
    const [reason] = answer.decision.reasons
    return answer.decision.allowed || !reason ? null : sentence(reason)
  }
  const close = () => {
    setQuestion(null)
    desk.focus()
  }
  const askGuest = () =>
    setQuestion({
      title: t("frontDesk.desk.guestTitle"),
      description: t("frontDesk.desk.guestDetail", { name }),
      label: t("frontDesk.desk.guestName"),
      submit: t("frontDesk.desk.guestSubmit"),
      act: async (guest) => attempt({ guest: { name: guest } }),
    })
  const askWhy = () =>
    setQuestion({
      title: t("frontDesk.desk.letInTitle", { name }),
      description: t("frontDesk.desk.letInDetail"),
      label: t("frontDesk.desk.reason"),
      submit: t("frontDesk.desk.letInSubmit"),
      act: async (override_reason) => attempt({ override_reason }),
    })

  const isBlocked = desk.isOffline || desk.isBusy
  return (
    <div className="flex flex-wrap gap-2">
      {isAllowed ? (
        <DeskButton
          id={CHECK_IN}
          size="large"
          disabled={isBlocked}
          isLoading={desk.isBusy}
          onClick={() => void attempt().then(desk.setFault)}
        >
          {t("frontDesk.desk.checkIn")}
        </DeskButton>
      ) : (
        <DeskButton size="large" variant="secondary" disabled={isBlocked} onClick={askWhy}>
          {t("frontDesk.desk.letIn")}
        </DeskButton>
      )}
      {option && (
        <DeskButton size="large" variant="secondary" disabled={isBlocked} onClick={askGuest}>
          {t("frontDesk.desk.guest")}
        </DeskButton>
      )}
      <DeskButton size="large" variant="transparent" onClick={desk.clear}>
        {t("frontDesk.desk.clear")}
      </DeskButton>
      {question && <AskPrompt question={question} onClose={close} />}
    </div>
  )
}

/** Pressed by Enter in the field that has the focus. */
export const CHECK_IN = "front-desk-check-in"
