import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123053500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_notice" drop constraint if exists "membership_notice_kind_check";`
    )
    this.addSql(
      `alter table if exists "membership_notice" add constraint "membership_notice_kind_check" check("kind" in ('upcoming_charge', 'payment_failed', 'confirm_payment', 'paid_after_failure', 'suspended', 'canceled_for_non_payment', 'charge_parked', 'price_change_scheduled', 'price_change_taken_back'));`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "membership_notice" where "kind" like 'price_change%';`)
    this.addSql(
      `alter table if exists "membership_notice" drop constraint if exists "membership_notice_kind_check";`
    )
    this.addSql(
      `alter table if exists "membership_notice" add constraint "membership_notice_kind_check" check("kind" in ('upcoming_charge', 'payment_failed', 'confirm_payment', 'paid_after_failure', 'suspended', 'canceled_for_non_payment', 'charge_parked'));`
    )
  }
}
