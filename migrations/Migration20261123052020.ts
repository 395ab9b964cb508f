import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123052020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_service" add column if not exists "missed_visit" jsonb not null default '{"effect":"redeem","fines":[]}', add column if not exists "cancellation_window_minutes" integer null;`
    )
    this.addSql(
      `alter table if exists "membership_service" add constraint membership_service_cancellation_window check(cancellation_window_minutes is null or cancellation_window_minutes >= 1);`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_service" drop constraint if exists membership_service_cancellation_window;`
    )
    this.addSql(
      `alter table if exists "membership_service" drop column if exists "missed_visit", drop column if exists "cancellation_window_minutes";`
    )
  }
}
