import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123093100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_charge" add column if not exists "given_back_at" timestamptz null, add column if not exists "given_back_minor" bigint null;`
    )
    this.addSql(
      `alter table if exists "membership_discount" add column if not exists "sale_draft_id" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_charge" drop column if exists "given_back_at", drop column if exists "given_back_minor";`
    )
    this.addSql(`alter table if exists "membership_discount" drop column if exists "sale_draft_id";`)
  }
}
