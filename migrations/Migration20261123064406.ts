import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123064406 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_attempt_started_at" ON "membership_charge_attempt" ("started_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_charge_attempt_started_at";`)
  }
}
