import { CartesianGrid, Label, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import type { GroupOfSize } from "../../../domain/charts/average-price"
import { fromMinor } from "../../../domain/money/amounts"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"

interface AveragePictureProps {
  groups: readonly GroupOfSize[]
  currency_code: string
}

const SMALL = { fill: "var(--fg-subtle)", fontSize: 12 }

/** A line over the number of seats; the same figures stand in the table below it. */
export function AveragePicture({ groups, currency_code }: AveragePictureProps) {
  const t = useText()
  const format = useFormat()
  const money = (minor: number) => format.money(fromMinor(minor, currency_code), currency_code)
  const first = groups[0]
  const last = groups.at(-1)
  if (!first || !last) return null
  return (
    <figure
      role="img"
      aria-label={t("charts.preview.pictureName", {
        first: first.seats,
        from: money(first.average_minor),
        last: last.seats,
        to: money(last.average_minor),
      })}
      className="h-60 w-full"
    >
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={[...groups]}
          margin={{ top: 8, right: 16, bottom: 20, left: 8 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--border-base)" vertical={false} />
          <XAxis
            dataKey="seats"
            type="number"
            domain={[first.seats, last.seats]}
            ticks={groups.map(({ seats }) => seats)}
            tick={SMALL}
            stroke="var(--border-strong)"
          >
            <Label value={t("charts.preview.axisSeats")} position="bottom" offset={4} style={SMALL} />
          </XAxis>
          <YAxis
            domain={[0, "auto"]}
            width={72}
            tick={SMALL}
            stroke="var(--border-strong)"
            tickFormatter={(minor: number) => money(Math.round(minor))}
          >
            <Label
              value={t("charts.preview.axisAverage", { currency: currency_code.toUpperCase() })}
              angle={-90}
              position="insideLeft"
              style={{ ...SMALL, textAnchor: "middle" }}
            />
          </YAxis>
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--border-strong)" }}
            content={({ payload }) => (
              <Tip group={payload[0]?.payload as GroupOfSize | undefined} money={money} />
            )}
          />
          <Line
            dataKey="average_minor"
            type="linear"
            stroke="var(--fg-interactive)"
            strokeWidth={2}
            dot={{ r: 3, fill: "var(--fg-interactive)" }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </figure>
  )
}

interface TipProps {
  group: GroupOfSize | undefined
  money: (minor: number) => string
}

function Tip({ group, money }: TipProps) {
  const t = useText()
  if (!group) return null
  return (
    <div className="bg-ui-bg-component shadow-elevation-tooltip txt-compact-small flex flex-col gap-y-1 rounded-lg px-3 py-2">
      <span className="font-medium">{t("charts.preview.tipSeats", { count: group.seats })}</span>
      <span>{t("charts.preview.tipAverage", { average: money(group.average_minor) })}</span>
      <span className="text-ui-fg-subtle">
        {t("charts.preview.tipTotal", { total: money(group.total_minor) })}
      </span>
    </div>
  )
}
