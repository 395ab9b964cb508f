import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123011340 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership" add column if not exists "next_price_chart_id" text null, add column if not exists "next_price_from_index" integer null, add column if not exists "next_seat_classifications" jsonb null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_next_price_chart" ON "membership" ("next_price_chart_id") WHERE next_price_chart_id is not null AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_seat" add column if not exists "repriced_at" timestamptz null;`
    )
    this.addSql(`drop index if exists "IDX_membership_seat_sale_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_seat_sale_unique" ON "membership_seat" ("sale_draft_id", "row_position", "sequence") WHERE sale_draft_id is not null and repriced_at is null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_next_price_chart";`)
    this.addSql(
      `alter table if exists "membership" drop column if exists "next_price_chart_id", drop column if exists "next_price_from_index", drop column if exists "next_seat_classifications";`
    )

    this.addSql(`drop index if exists "IDX_membership_seat_sale_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_seat_sale_unique" ON "membership_seat" ("sale_draft_id", "row_position", "sequence") WHERE sale_draft_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(`alter table if exists "membership_seat" drop column if exists "repriced_at";`)
  }
}
