import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { MEMBERSHIP_MODULE, type MembershipModuleService } from ".."
import type { Instant } from "../../../domain/time/types"
import * as models from "../models"
import { ACTOR } from "./credit-sale"

/** The module alone, with its own database, emptied between tests. */
export interface ModuleUnderTest {
  readonly service: MembershipModuleService
  readonly sql: <Row>(statement: string, bindings?: unknown[]) => Promise<Row[]>
  /** Sets the studio's clock; nothing that is due is done. */
  readonly clock: (now: Instant) => Promise<unknown>
}

interface ModuleTests {
  /** Of a studio in Stockholm whose clock staff can set, unless said otherwise. */
  readonly options?: object
  readonly testSuite: (test: ModuleUnderTest) => void
}

export function moduleTests({
  options = { clock: "adjustable", default_time_zone: "Europe/Stockholm" },
  testSuite,
}: ModuleTests): void {
  moduleIntegrationTestRunner<MembershipModuleService>({
    moduleName: MEMBERSHIP_MODULE,
    moduleModels: Object.values(models),
    moduleOptions: options as Record<string, unknown>,
    resolve: path.resolve(__dirname, ".."),
    pathToMigrations: path.resolve(__dirname, "../../../../migrations"),
    testSuite: ({ service, MikroOrmWrapper }) =>
      testSuite({
        service,
        sql: (statement, bindings = []) => MikroOrmWrapper.forkManager().execute(statement, bindings),
        clock: (now) => service.adjustStudioClock({ now, actor: ACTOR }),
      }),
  })
}
