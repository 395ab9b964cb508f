import { Migration20261123093200 } from "../../../../migrations/Migration20261123093200"
import { localDate } from "../../../domain/time/calendar"
import { addInterval, periodIndexAt } from "../../../domain/time/periods"
import type { CalendarInterval } from "../../../domain/time/types"
import { MONTHLY, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const ZONE = "Europe/Stockholm"

moduleTests({
  options: { clock: "adjustable", default_time_zone: ZONE },
  testSuite: ({ service, sql, clock }) => {
    const migrate = async () => {
      const migration = new Migration20261123093200(undefined as never, undefined as never)
      await migration.up()
      for (const query of migration.getQueries()) await sql(query as string)
    }
    /** The migration reads the database's time. */
    const databaseNow = async () => {
      const [row] = await sql<{ now: Date }>("select date_trunc('second', now()) as now")
      return new Date(row!.now).toISOString()
    }

    const sell = (unit: CalendarInterval["unit"], count: number) =>
      sellCredits(service, {
        ...MONTHLY,
        ...{ billing: { type: "recurring", interval: unit, interval_count: count } },
        ...{ renewal: { mode: "period_end" }, validity: null },
      })
    /** As it was stored before anybody was charged. */
    const asBefore = (id: string, starts_on: string, more = "") =>
      sql(`update membership set starts_on = '${starts_on}', ends_on = null, sold_ends_on = null,
             charges_next_at = null, charged_through_index = 0 ${more} where id = '${id}'`)
    const stored = async (id: string) => {
      const { charged_through_index, charges_next_at } = (await service.retrieveMembership(id)) as never as {
        charged_through_index: number
        charges_next_at: Date | null
      }
      return [charged_through_index, charges_next_at !== null]
    }
    const charged = async () => {
      const rows = await sql<{ period_starts_on: string }>(
        "select period_starts_on from membership_charge order by membership_id, period_index"
      )
      return rows.map(({ period_starts_on }) => period_starts_on)
    }

    it("BILL-1, TIME-3: what was sold before anybody was charged is charged from its next period on, however often it runs", async () => {
      const now = await databaseNow()
      await clock(now)
      const today = localDate(now, ZONE)
      const starts_on = addInterval(today, { unit: "month", count: 1 }, -14)
      const id = await sell("month", 1)
      await asBefore(id, starts_on)
      // Negative control: as it stands, nobody would ever be charged.
      expect(await service.enqueueCharges(100)).toMatchObject({ memberships: 0 })
      await migrate()
      await migrate()
      await service.enqueueCharges(100)
      await migrate()
      expect(await charged()).toEqual([])
      const begun = periodIndexAt(starts_on, { unit: "month", count: 1 }, today)!
      expect(await stored(id)).toEqual([begun, true])
      const next_on = addInterval(starts_on, { unit: "month", count: 1 }, begun + 1)
      await clock(`${next_on}T12:00:00.000Z`)
      await service.enqueueCharges(100)
      await migrate()
      await service.enqueueCharges(100)
      expect(await charged()).toEqual([next_on])
    })

    it.each<[CalendarInterval["unit"], number, string]>([
      ["month", 1, "2024-01-31"],
      ["month", 3, "2023-11-30"],
      ["year", 1, "2020-02-29"],
      ["week", 2, "2025-03-03"],
      ["day", 10, "2026-01-01"],
    ])(
      "BILL-1, TIME-3: of every %s × %i from %s no period that has begun is charged",
      async (unit, count, starts_on) => {
        const now = await databaseNow()
        await clock(now)
        const id = await sell(unit, count)
        await asBefore(id, starts_on)
        await migrate()
        const begun = periodIndexAt(starts_on, { unit, count }, localDate(now, ZONE))
        expect(await stored(id)).toEqual([begun, true])
        await service.enqueueCharges(100)
        expect(await charged()).toEqual([])
      }
    )

    it("BILL-1, HOLD-4: what is over, waits or was charged stays as it is; on hold it counts up to the hold", async () => {
      const now = await databaseNow()
      await clock(now)
      const today = localDate(now, ZONE)
      const ago = (months: number) => addInterval(today, { unit: "month", count: 1 }, -months)
      const ids = [
        await sell("month", 1),
        await sell("month", 1),
        await sell("month", 1),
        await sell("month", 1),
      ]
      const [canceled, waiting, held, billed] = ids as [string, string, string, string]
      await asBefore(canceled, ago(5), ", status = 'canceled'")
      await sql(`update membership set starts_on = null, charges_next_at = null where id = '${waiting}'`)
      await asBefore(held, ago(5))
      await sql(`insert into membership_seat_hold (id, seat_id, membership_id, kind, starts_on, fee, raw_fee)
        select 'mpause_1', s.id, s.membership_id, 'hold', '${ago(3)}', 0, '{"value": "0"}'
        from membership_seat s where s.membership_id = '${held}'`)
      await asBefore(billed, ago(5))
      await sql(`update membership set charged_through_index = 2 where id = '${billed}'`)
      await migrate()
      expect(await Promise.all([canceled, waiting, held, billed].map(stored))).toEqual([
        ...[
          [0, false],
          [0, false],
        ],
        ...[
          [1, true],
          [2, false],
        ],
      ])
    })
  },
})
