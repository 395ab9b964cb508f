import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122061954 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership" drop constraint if exists "membership_display_id_unique";`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_location" ON "membership" ("location_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_display_id_unique" ON "membership" ("display_id") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_location";`)
    this.addSql(`drop index if exists "IDX_membership_display_id_unique";`)
  }
}
