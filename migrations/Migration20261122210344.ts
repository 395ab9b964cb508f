import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122210344 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "membership_visit" add column if not exists "asked" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "membership_visit" drop column if exists "asked";`)
  }
}
