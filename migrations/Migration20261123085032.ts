import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123085032 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_billing_settings" add column if not exists "common_billing_day" integer null;`
    )

    this.addSql(
      `alter table if exists "membership_sale_draft" add column if not exists "first_period" jsonb null;`
    )

    this.addSql(`alter table if exists "membership" add column if not exists "anchor_on" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_billing_settings" drop column if exists "common_billing_day";`
    )

    this.addSql(`alter table if exists "membership_sale_draft" drop column if exists "first_period";`)

    this.addSql(`alter table if exists "membership" drop column if exists "anchor_on";`)
  }
}
