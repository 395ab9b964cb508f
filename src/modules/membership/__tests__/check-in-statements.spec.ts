import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { MEMBERSHIP_MODULE, type MembershipModuleService } from ".."
import * as models from "../models"
import { ACTOR } from "./credit-sale"

interface WithRepository {
  readonly baseRepository_: { getFreshManager(): { execute(statement: string): Promise<unknown> } }
}

moduleIntegrationTestRunner<MembershipModuleService>({
  moduleName: MEMBERSHIP_MODULE,
  moduleModels: Object.values(models),
  resolve: path.resolve(__dirname, ".."),
  pathToMigrations: path.resolve(__dirname, "../../../../migrations"),
  testSuite: ({ service }) => {
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
