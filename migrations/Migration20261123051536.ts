import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123051536 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "membership_charge_request" drop column if exists "charge_id";`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_charge_request" add column if not exists "charge_id" text null;`
    )
  }
}
