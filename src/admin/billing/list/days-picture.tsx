import { Text } from "@medusajs/ui"
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { useWords } from "../use-words"
import { amountsOf, type DayOfCharges } from "./days"

const SMALL = { fill: "var(--fg-subtle)", fontSize: 12 }
const COLOURS = { collected: "var(--tag-green-icon)", open: "var(--tag-orange-icon)" } as const
const KINDS = ["collected", "open"] as const

/** Charges of each day as bars; the same figures stand in the table after it. */
export function DaysPicture({ days }: { days: DayOfCharges[] }) {
  const { t, format } = useWords()
  const sum = (which: "collected" | "open") => days.reduce((all, day) => all + day[which], 0)
  const dayText = (day: string) => format.day(day)
  return (
    <>
      <figure
        role="img"
        aria-label={t("billing.picture.name", {
          ...{ from: dayText(days[0]!.day), to: dayText(days.at(-1)!.day) },
          ...{ collected: sum("collected"), open: sum("open") },
        })}
        className="h-40 w-full"
      >
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} margin={{ top: 4, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--border-base)" vertical={false} />
            <XAxis
              dataKey="day"
              tick={SMALL}
              stroke="var(--border-strong)"
              tickFormatter={(day: string) => format.shortDay(day)}
              interval="preserveStartEnd"
              minTickGap={16}
            />
            {/* Else the grid leaves out a line whose label the axis shows. */}
            <YAxis width={32} tick={SMALL} stroke="var(--border-strong)" allowDecimals={false} interval={0} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: "var(--bg-base-hover)" }}
              content={({ payload }) => <Tip day={payload[0]?.payload as DayOfCharges | undefined} />}
            />
            {KINDS.map((kind) => (
              <Bar
                key={kind}
                dataKey={kind}
                stackId="charges"
                fill={COLOURS[kind]}
                maxBarSize={28}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </figure>
      <ul aria-hidden className="flex flex-wrap gap-x-6 gap-y-1">
        {KINDS.map((kind) => (
          <li key={kind} className="flex items-center gap-x-2">
            <span className="size-2.5 rounded-sm" style={{ background: COLOURS[kind] }} />
            <Text as="span" size="xsmall" className="text-ui-fg-subtle">
              {t(`billing.picture.${kind}`)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}

function Tip({ day }: { day: DayOfCharges | undefined }) {
  const { t, format } = useWords()
  if (!day) return null
  const told = (which: "collected" | "open") =>
    amountsOf(day.of, which)
      .map(({ total, currency_code }) => format.money(total, currency_code))
      .join(" + ")
  return (
    <div className="bg-ui-bg-component shadow-elevation-tooltip txt-compact-small flex flex-col gap-y-1 rounded-lg px-3 py-2">
      <span className="font-medium">{format.day(day.day)}</span>
      {KINDS.map((kind) => (
        <span key={kind}>
          {t(`billing.picture.${kind}`)}: {t("billing.numbers.count", { count: day[kind] })}
          {day[kind] > 0 && ` (${told(kind)})`}
        </span>
      ))}
    </div>
  )
}
