import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123133104 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_plan_change" drop constraint if exists "membership_plan_change_timing_check";`
    )

    this.addSql(
      `alter table if exists "membership_plan_change" add constraint "membership_plan_change_timing_check" check("timing" in ('now', 'renewal', 'end'));`
    )

    this.addSql(
      `alter table if exists "membership_sale_draft" add column if not exists "conversion" jsonb null, add column if not exists "conversion_refused_code" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_conversion" ON "membership_sale_draft" ("id") WHERE conversion is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_plan_change" drop constraint if exists "membership_plan_change_timing_check";`
    )

    this.addSql(
      `alter table if exists "membership_plan_change" add constraint "membership_plan_change_timing_check" check("timing" in ('now', 'renewal'));`
    )

    this.addSql(`drop index if exists "IDX_membership_sale_draft_conversion";`)
    this.addSql(
      `alter table if exists "membership_sale_draft" drop column if exists "conversion", drop column if exists "conversion_refused_code";`
    )
  }
}
