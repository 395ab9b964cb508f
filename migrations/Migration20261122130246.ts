import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122130246 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_sale_issue" drop constraint if exists "membership_sale_issue_resolution_check";`
    )

    this.addSql(
      `alter table if exists "membership_member" add column if not exists "erased_at" timestamptz null;`
    )

    this.addSql(
      `alter table if exists "membership_sale_issue" add constraint "membership_sale_issue_resolution_check" check("resolution" in ('approved', 'dismissed', 'kept', 'canceled_at_renewal', 'canceled_now', 'voided'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_sale_issue" drop constraint if exists "membership_sale_issue_resolution_check";`
    )

    this.addSql(`alter table if exists "membership_member" drop column if exists "erased_at";`)

    this.addSql(
      `alter table if exists "membership_sale_issue" add constraint "membership_sale_issue_resolution_check" check("resolution" in ('approved', 'dismissed'));`
    )
  }
}
