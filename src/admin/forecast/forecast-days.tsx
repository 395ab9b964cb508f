import { Badge, Heading, Text } from "@medusajs/ui"
import type { Words } from "../billing/charge-text"
import { PageLink } from "../memberships/detail/lines"
import { membershipText, moneyText, otherSeatText, whoText, whyText } from "./happening-text"
import type { Happening } from "./types"

interface ForecastDaysProps {
  happenings: Happening[]
  /** On the page of a membership it need not be named. */
  isOfOne: boolean
  words: Words
}

/** What happens, day by day. */
export function ForecastDays({ happenings, isOfOne, words }: ForecastDaysProps) {
  const days = [...new Set(happenings.map(({ day }) => day))]
  return days.map((day) => {
    const of_day = happenings.filter((each) => each.day === day)
    return (
      <section key={day} aria-label={words.format.day(day)} data-forecast-day={day}>
        <Heading level="h3" className="bg-ui-bg-subtle px-6 py-2">
          {words.format.day(day)}
        </Heading>
        <ul className="divide-y">
          {of_day.map((happening, index) => (
            <HappeningLine
              key={`${happening.membership.id}:${happening.kind}:${index}`}
              {...{ happening, isOfOne, words }}
            />
          ))}
        </ul>
      </section>
    )
  })
}

interface HappeningLineProps extends Omit<ForecastDaysProps, "happenings"> {
  happening: Happening
}

function HappeningLine({ happening, isOfOne, words }: HappeningLineProps) {
  const { kind, charge, membership } = happening
  const money = moneyText(happening, words)
  const to = charge?.charge_id ? `/memberships/billing/${charge.charge_id}` : `/memberships/${membership.id}`
  const lines = [
    whyText(happening, words),
    ...whoText(happening, isOfOne, words),
    otherSeatText(happening, words) ?? [],
  ].flat()
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-6 py-3">
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge size="2xsmall" color={COLORS[kind] ?? "grey"}>
            {words.t(`forecast.kinds.${kind}`)}
          </Badge>
        </div>
        {!isOfOne && (
          <span className="txt-compact-small min-w-0 break-words">
            <PageLink to={to}>{membershipText(happening, words)}</PageLink>
          </span>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle break-words text-pretty">
          {lines.join(" · ")}
        </Text>
      </div>
      {money && (
        <Text as="span" size="small" leading="compact" weight="plus" className="tabular-nums">
          {money}
        </Text>
      )}
    </li>
  )
}

const COLORS: Partial<Record<Happening["kind"], "green" | "orange" | "red" | "blue">> = {
  ...{ charge: "green", charge_tried: "orange", access_ends: "red", ages_out: "orange" },
  ...{ credits_expire: "orange", credits_revoked: "orange", credits_given: "blue", term_ends: "red" },
  ...{ membership_canceled: "red", seats_canceled: "red" },
}
