import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123133900 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership" add column if not exists "reminders_through_at" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "membership" drop column if exists "reminders_through_at";`)
  }
}
