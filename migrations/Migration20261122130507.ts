import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122130507 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_seat" drop constraint if exists "membership_seat_sale_unique";`
    )
    this.addSql(
      `alter table if exists "membership_sale_draft" add column if not exists "order_id" text null, add column if not exists "membership_id" text null, add column if not exists "override_reason" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_order" ON "membership_sale_draft" ("order_id") WHERE order_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_membership" ON "membership_sale_draft" ("membership_id") WHERE membership_id is not null AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "membership_seat" add column if not exists "sale_draft_id" text null, add column if not exists "order_id" text null, add column if not exists "is_pending" boolean not null default false;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_seat_sale_unique" ON "membership_seat" ("sale_draft_id", "row_position", "sequence") WHERE sale_draft_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_order" ON "membership_seat" ("order_id") WHERE order_id is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_sale_draft_order";`)
    this.addSql(`drop index if exists "IDX_membership_sale_draft_membership";`)
    this.addSql(
      `alter table if exists "membership_sale_draft" drop column if exists "order_id", drop column if exists "membership_id", drop column if exists "override_reason";`
    )

    this.addSql(`drop index if exists "IDX_membership_seat_sale_unique";`)
    this.addSql(`drop index if exists "IDX_membership_seat_order";`)
    this.addSql(
      `alter table if exists "membership_seat" drop column if exists "sale_draft_id", drop column if exists "order_id", drop column if exists "is_pending";`
    )
  }
}
