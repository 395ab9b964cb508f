import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123051242 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_clock" add column if not exists "moved_by" text null, add column if not exists "moved_until" timestamptz null;`
    )

    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_must_start_by" ON "membership" ("must_start_by_on") WHERE starts_on is null and must_start_by_on is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_clock" drop column if exists "moved_by", drop column if exists "moved_until";`
    )

    this.addSql(`drop index if exists "IDX_membership_must_start_by";`)
  }
}
