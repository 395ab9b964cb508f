import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123125550 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_seat" add column if not exists "cancel_at_renewal" boolean not null default false;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "membership_seat" drop column if exists "cancel_at_renewal";`)
  }
}
