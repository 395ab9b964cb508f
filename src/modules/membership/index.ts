import path from "node:path"
import { Module, ModulesSdkUtils } from "@medusajs/framework/utils"
import registerOptions from "./loaders/options"
import * as models from "./models"
import MembershipModuleService from "./service"

export const MEMBERSHIP_MODULE = "membership"

/**
 * The migrations live at the top of the package, so the platform's tools are pointed there. The path counts from
 * this file, in `src` as in the built plugin.
 */
const migrations = {
  moduleName: MEMBERSHIP_MODULE,
  models: Object.values(models),
  pathToMigrations: path.resolve(__dirname, "../../../migrations"),
}

export default Object.assign(
  Module(MEMBERSHIP_MODULE, { service: MembershipModuleService, loaders: [registerOptions] }),
  {
    runMigrations: ModulesSdkUtils.buildMigrationScript(migrations),
    revertMigration: ModulesSdkUtils.buildRevertMigrationScript(migrations),
    generateMigration: ModulesSdkUtils.buildGenerateMigrationScript(migrations),
  }
)

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    [MEMBERSHIP_MODULE]: MembershipModuleService
  }
}

export type { MembershipModuleService }
