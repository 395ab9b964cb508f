import type { Context, InferEntityType, ModulesSdkTypes } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type * as models from "./models"

/** Options of the plugin, as a host sets them in `medusa-config.ts`. */
export interface MembershipOptions {
  /** `adjustable` lets staff freeze and advance the clock; for development and demos only (TIME-5). */
  clock?: "system" | "adjustable"
  /** IANA zone used until a default location is set; `UTC` when left out. */
  default_time_zone?: string
}

/** The row types of the module's tables. */
export type Row<Model extends keyof typeof models> = InferEntityType<(typeof models)[Model]>

/** The generated service of one model, inside the module. */
export type Store<Model extends keyof typeof models> = ModulesSdkTypes.IMedusaInternalService<Row<Model>>

/** The transaction that a verb of the facade opened; every write of the verb joins it. */
export type Tx = Context<EntityManager>

export type * from "./services/classifications"
