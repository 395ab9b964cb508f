import { ACTOR } from "./credit-sale"
import { moduleTests } from "./module-tests"

interface WithRepository {
  readonly baseRepository_: { getFreshManager(): { execute(statement: string): Promise<unknown> } }
}

moduleTests({
  options: {},
  testSuite: ({ service }) => {
    /** On the module's own connection. */
    const sql = (statement: string) =>
      (service as unknown as WithRepository).baseRepository_.getFreshManager().execute(statement)
    const findGate = (id: string) => service.findFrontDeskDevice({ id, token_version: 1 })
    const statements = async () =>
      (await sql("select name from pg_prepared_statements where name like 'membership_%'")) as unknown[]

    it("ACCESS-7: the statements of the front desk are planned once, and go on where a pooler loses them", async () => {
      const { id } = await service.addFrontDeskDevice({ name: "Gate", location_id: "berlin", actor: ACTOR })
      for (let nth = 0; nth < 3; nth++) expect(await findGate(id)).toMatchObject({ name: "Gate" })
      expect(await statements()).toHaveLength(1)
      // As when the next statement comes to another connection of the database.
      await sql("deallocate all")
      for (let nth = 0; nth < 3; nth++) expect(await findGate(id)).toMatchObject({ name: "Gate" })
      expect(await statements()).toEqual([])
    })
  },
})
