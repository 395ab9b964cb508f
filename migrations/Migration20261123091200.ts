import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123091200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_sale_draft" add column if not exists "confirmed_notices" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "membership_sale_draft" drop column if exists "confirmed_notices";`)
  }
}
