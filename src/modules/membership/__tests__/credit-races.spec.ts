import { SYSTEM } from "../../../domain/actor"
import { ACTOR, NOW, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const CLIENTS = 32
const CREDITS = 100
const ROUNDS = 50

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    let membership_id: string
    beforeEach(async () => {
      await clock(NOW)
      membership_id = await sellCredits(service)
    })

    const give = (service_id: string, credits: number) =>
      service.giveCredits({
        ...{ membership_id, seat_id: null, service_ids: [service_id], credits, expires_on: null },
        ...{ reason: "A race", actor: ACTOR, key: service_id },
      })

    /** Each client goes on until it is refused. @returns how often somebody succeeded, and every refusal */
    async function race(attempt: (client: number, nth: number) => Promise<boolean>) {
      const won = await Promise.all(
        Array.from({ length: CLIENTS }, async (_unused, client) => {
          let nth = 0
          while (nth <= CREDITS && (await attempt(client, nth))) nth++
          return nth
        })
      )
      return won.reduce((sum, each) => sum + each, 0)
    }

    const redeem = async (service_id: string, key: string): Promise<boolean> => {
      try {
        await service.useCredits({
          ...{ membership_id, seat_id: null, service_id, credits: 1, kind: "redeem", key },
          ...{ cause: { type: "visit", id: key }, actor: SYSTEM, reason: null },
        })
        return true
      } catch (error) {
        expect((error as { code: string }).code).toBe("insufficient_credits")
        return false
      }
    }

    it(`CREDIT-3: ${CLIENTS} clients race for ${CREDITS} credits: exactly ${CREDITS} succeed, ${ROUNDS} times`, async () => {
      // The ten that were sold are for every service; they are used up first.
      for (let nth = 0; nth < 10; nth++) expect(await redeem("none", `first-${nth}`)).toBe(true)
      for (let round = 0; round < ROUNDS; round++) {
        await give(`r${round}`, CREDITS)
        const won = await race((client, nth) => redeem(`r${round}`, `r${round}-${client}-${nth}`))
        expect([round, won]).toEqual([round, CREDITS])
      }
      expect(await service.verifyCreditLedger()).toEqual([])
      const [left] = await sql<{ sum: string }>(`select sum(available) from membership_credit_grant`)
      expect(Number(left!.sum)).toBe(0)
    }, 600_000)

    it("CREDIT-3: the race over several grants at once loses and doubles none", async () => {
      await give("yoga", 15)
      const won = await race((client, nth) => redeem("yoga", `s-${client}-${nth}`))
      expect(won).toBe(25)
      expect(await service.verifyCreditLedger()).toEqual([])
    })

    it("negative control: to read first and write then gives away more than there is", async () => {
      const naive = async (): Promise<boolean> => {
        const [grant] = await sql<{ id: string; available: number }>(
          `select id, available from membership_credit_grant where membership_id = '${membership_id}'`
        )
        if (grant!.available < 1) return false
        await sql(
          `update membership_credit_grant set available = ${grant!.available - 1}, available_value_minor = ${grant!.available > 1 ? 1 : 0} where id = '${grant!.id}'`
        )
        return true
      }
      expect(await race(naive)).toBeGreaterThan(10)
      expect(await service.verifyCreditLedger()).toHaveLength(1)
    })
  },
})
