import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122000001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_seat" drop constraint if exists "membership_seat_position_unique";`
    )
    this.addSql(
      `alter table if exists "membership" drop constraint if exists "membership_sale_draft_unique";`
    )
    this.addSql(
      `alter table if exists "membership_chart_row" drop constraint if exists "membership_chart_row_position_unique";`
    )
    this.addSql(
      `alter table if exists "membership_price_chart" drop constraint if exists "membership_price_chart_version_unique";`
    )
    this.addSql(
      `alter table if exists "membership_plan_terms" drop constraint if exists "membership_plan_terms_version_unique";`
    )
    this.addSql(
      `alter table if exists "membership_plan" drop constraint if exists "membership_plan_variant_unique";`
    )
    this.addSql(
      `alter table if exists "membership_plan" drop constraint if exists "membership_plan_handle_unique";`
    )
    this.addSql(
      `alter table if exists "membership_offer_use" drop constraint if exists "membership_offer_use_ordinal_unique";`
    )
    this.addSql(
      `alter table if exists "membership_member" drop constraint if exists "membership_member_customer_unique";`
    )
    this.addSql(
      `alter table if exists "membership_location" drop constraint if exists "membership_location_stock_location_id_unique";`
    )
    this.addSql(
      `alter table if exists "membership_idempotency_key" drop constraint if exists "membership_idempotency_key_unique";`
    )
    this.addSql(
      `alter table if exists "membership_classification" drop constraint if exists "membership_classification_name_unique";`
    )
    this.addSql(
      `create table if not exists "membership_audit_entry" ("id" text not null, "at" timestamptz not null, "actor_type" text check ("actor_type" in ('user', 'customer', 'api-key', 'system')) not null, "actor_id" text null, "action" text not null, "subject_type" text not null, "subject_id" text not null, "membership_id" text null, "changes" jsonb not null, "reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_audit_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_audit_entry_deleted_at" ON "membership_audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_audit_subject" ON "membership_audit_entry" ("subject_type", "subject_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_audit_membership" ON "membership_audit_entry" ("membership_id") WHERE membership_id is not null AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_classification" ("id" text not null, "name" text not null, "description" text null, "min_age" integer null, "max_age" integer null, "requires_proof" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_classification_pkey" primary key ("id"), constraint membership_classification_age_range check (min_age is null or max_age is null or min_age <= max_age));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_classification_deleted_at" ON "membership_classification" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_classification_name_unique" ON "membership_classification" ("name") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_clock" ("id" text not null, "frozen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_clock_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_clock_deleted_at" ON "membership_clock" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_household" ("id" text not null, "name" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_household_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_household_deleted_at" ON "membership_household" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_idempotency_key" ("id" text not null, "scope" text not null, "key" text not null, "body_hash" text not null, "response_status" integer null, "response_body" jsonb null, "locked_until" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_idempotency_key_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_idempotency_key_deleted_at" ON "membership_idempotency_key" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_idempotency_key_unique" ON "membership_idempotency_key" ("scope", "key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_location" ("id" text not null, "stock_location_id" text not null, "time_zone" text not null, "opening_hours" jsonb null, "is_default" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_location_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_location_stock_location_id_unique" ON "membership_location" ("stock_location_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_location_deleted_at" ON "membership_location" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_location_one_default" ON "membership_location" ("is_default") WHERE is_default and deleted_at is null;`
    )

    this.addSql(
      `create table if not exists "membership_member" ("id" text not null, "first_name" text not null, "last_name" text null, "date_of_birth" text null, "email" text null, "phone" text null, "photo_url" text null, "notes" text null, "customer_id" text null, "household_id" text null, "is_guardian" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_member_pkey" primary key ("id"), constraint membership_member_guardian check (not is_guardian or customer_id is not null), constraint membership_member_date_of_birth check (date_of_birth is null or date_of_birth ~ '^\\d{4}-\\d{2}-\\d{2}\$'));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_member_household_id" ON "membership_member" ("household_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_member_deleted_at" ON "membership_member" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_member_customer_unique" ON "membership_member" ("customer_id") WHERE customer_id is not null and deleted_at is null;`
    )

    this.addSql(
      `create table if not exists "membership_offer_use" ("id" text not null, "plan_id" text not null, "scope" text check ("scope" in ('customer', 'household')) not null, "scope_id" text not null, "ordinal" integer not null, "sale_draft_id" text not null, "claimed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_offer_use_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_offer_use_deleted_at" ON "membership_offer_use" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_offer_use_ordinal_unique" ON "membership_offer_use" ("plan_id", "scope", "scope_id", "ordinal") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_offer_use_draft" ON "membership_offer_use" ("sale_draft_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_plan" ("id" text not null, "name" text not null, "handle" text not null, "kind" text check ("kind" in ('membership', 'credit_pack')) not null, "audience" text check ("audience" in ('individual', 'household', 'shared', 'corporate')) not null, "status" text check ("status" in ('draft', 'active', 'archived')) not null default 'draft', "description" text null, "image" text null, "revenue_category" text null, "currency_codes" text[] null, "billing" jsonb not null, "is_recurring" boolean not null default false, "validity" jsonb null, "starts" text check ("starts" in ('purchase', 'chosen_date', 'first_visit')) not null default 'purchase', "must_start_within" jsonb null, "entitlement" jsonb not null, "services" jsonb null, "credit_exchange" jsonb null, "renewal" jsonb not null, "rollover" jsonb not null, "introductory_offer" jsonb null, "signup_fee" jsonb null, "proration" jsonb null, "hold_policy" jsonb not null, "cancellation_policy" jsonb not null, "access" jsonb null, "benefits" jsonb null, "locations" jsonb not null, "portal" jsonb not null, "guest_passes" integer not null default 0, "prevents_general_hours_access" boolean not null default false, "product_id" text not null, "variant_id" text not null, "owns_product" boolean not null default true, "metadata" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_plan_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_deleted_at" ON "membership_plan" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_plan_handle_unique" ON "membership_plan" ("handle") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_plan_variant_unique" ON "membership_plan" ("variant_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_product" ON "membership_plan" ("product_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_status" ON "membership_plan" ("status", "kind") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_revenue_category" ON "membership_plan" ("revenue_category") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_plan_terms" ("id" text not null, "plan_id" text not null, "version" integer not null, "text" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_plan_terms_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_terms_plan_id" ON "membership_plan_terms" ("plan_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_terms_deleted_at" ON "membership_plan_terms" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_plan_terms_version_unique" ON "membership_plan_terms" ("plan_id", "version") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_price_chart" ("id" text not null, "plan_id" text not null, "version" integer not null, "state" text check ("state" in ('draft', 'finalized', 'published')) not null default 'draft', "template_id" text null, "finalized_at" timestamptz null, "published_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_price_chart_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_price_chart_plan_id" ON "membership_price_chart" ("plan_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_price_chart_deleted_at" ON "membership_price_chart" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_price_chart_version_unique" ON "membership_price_chart" ("plan_id", "version") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_price_chart_one_published" ON "membership_price_chart" ("plan_id") WHERE state = 'published' and deleted_at is null;`
    )

    this.addSql(
      `create table if not exists "membership_chart_row" ("id" text not null, "price_chart_id" text not null, "position" integer not null, "label" text null, "classification_id" text null, "required" boolean not null default false, "unlimited" boolean not null default false, "prices" jsonb not null, "tax_rate" real null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_chart_row_pkey" primary key ("id"), constraint membership_chart_row_required_or_unlimited check (not (required and unlimited)), constraint membership_chart_row_tax_rate check (tax_rate is null or (tax_rate >= 0 and tax_rate <= 100)));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_chart_row_price_chart_id" ON "membership_chart_row" ("price_chart_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_chart_row_classification_id" ON "membership_chart_row" ("classification_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_chart_row_deleted_at" ON "membership_chart_row" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_chart_row_position_unique" ON "membership_chart_row" ("price_chart_id", "position") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_proof" ("id" text not null, "member_id" text not null, "classification_id" text not null, "note" text null, "expires_on" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_proof_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_proof_member_id" ON "membership_proof" ("member_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_proof_classification_id" ON "membership_proof" ("classification_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_proof_deleted_at" ON "membership_proof" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_sale_draft" ("id" text not null, "cart_id" text null, "quote_id" text not null, "plan_id" text not null, "price_chart_id" text not null, "currency_code" text not null, "region_id" text null, "location_id" text null, "customer_id" text null, "starts_on" text null, "seats" jsonb not null, "signup_fee" numeric not null, "lines" jsonb not null, "accepted_terms_id" text null, "accepted_terms_at" timestamptz null, "accepted_terms_by" text null, "checked_at" timestamptz null, "removed_at" timestamptz null, "raw_signup_fee" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_sale_draft_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_plan_id" ON "membership_sale_draft" ("plan_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_price_chart_id" ON "membership_sale_draft" ("price_chart_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_deleted_at" ON "membership_sale_draft" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_cart" ON "membership_sale_draft" ("cart_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_customer" ON "membership_sale_draft" ("customer_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership" ("id" text not null, "display_id" serial, "plan_id" text not null, "price_chart_id" text not null, "sale_draft_id" text not null, "order_id" text null, "customer_id" text null, "customer_email" text null, "customer_name" text null, "location_id" text null, "time_zone" text not null, "currency_code" text not null, "signup_fee" numeric not null, "purchased_at" timestamptz not null, "starts_on" text null, "ends_on" text null, "must_start_by_on" text null, "activated_at" timestamptz null, "voided_at" timestamptz null, "status" text check ("status" in ('pending', 'upcoming', 'active', 'on_hold', 'past_due', 'suspended', 'exhausted', 'expired', 'canceled', 'void')) not null, "status_changes_at" timestamptz null, "metadata" jsonb null, "raw_signup_fee" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_plan_id" ON "membership" ("plan_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_price_chart_id" ON "membership" ("price_chart_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_draft_id" ON "membership" ("sale_draft_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_deleted_at" ON "membership" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_sale_draft_unique" ON "membership" ("sale_draft_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_order" ON "membership" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_customer" ON "membership" ("customer_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_status" ON "membership" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_status_changes_at" ON "membership" ("status_changes_at") WHERE status_changes_at is not null AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_accepted_terms" ("id" text not null, "membership_id" text not null, "terms_id" text not null, "accepted_at" timestamptz not null, "accepted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_accepted_terms_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_accepted_terms_membership_id" ON "membership_accepted_terms" ("membership_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_accepted_terms_terms_id" ON "membership_accepted_terms" ("terms_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_accepted_terms_deleted_at" ON "membership_accepted_terms" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_sale_issue" ("id" text not null, "order_id" text not null, "subject_id" text not null, "membership_id" text null, "plan_id" text null, "code" text not null, "message" text not null, "details" jsonb not null, "resolved_at" timestamptz null, "resolved_by" text null, "resolution" text check ("resolution" in ('approved', 'dismissed')) null, "reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_sale_issue_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_issue_membership_id" ON "membership_sale_issue" ("membership_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_issue_deleted_at" ON "membership_sale_issue" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_sale_issue_once" ON "membership_sale_issue" ("order_id", "subject_id", "code") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_sale_issue_open" ON "membership_sale_issue" ("id") WHERE resolved_at is null AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_seat" ("id" text not null, "membership_id" text not null, "position" integer not null, "row_position" integer not null, "label" text not null, "classification_id" text null, "sequence" integer not null, "required" boolean not null, "amount" numeric not null, "tax_rate" real null, "payer_customer_id" text null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_seat_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_membership_id" ON "membership_seat" ("membership_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_deleted_at" ON "membership_seat" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_seat_position_unique" ON "membership_seat" ("membership_id", "position") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_payer" ON "membership_seat" ("payer_customer_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "membership_seat_holder" ("id" text not null, "seat_id" text not null, "membership_id" text not null, "member_id" text not null, "held_from" timestamptz not null, "held_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_seat_holder_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_holder_seat_id" ON "membership_seat_holder" ("seat_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_holder_member_id" ON "membership_seat_holder" ("member_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_holder_deleted_at" ON "membership_seat_holder" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_seat_one_live_holder" ON "membership_seat_holder" ("seat_id") WHERE held_until is null and deleted_at is null;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_membership_member_one_live_seat" ON "membership_seat_holder" ("membership_id", "member_id") WHERE held_until is null and deleted_at is null;`
    )

    this.addSql(
      `alter table if exists "membership_member" add constraint "membership_member_household_id_foreign" foreign key ("household_id") references "membership_household" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "membership_plan_terms" add constraint "membership_plan_terms_plan_id_foreign" foreign key ("plan_id") references "membership_plan" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_price_chart" add constraint "membership_price_chart_plan_id_foreign" foreign key ("plan_id") references "membership_plan" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_chart_row" add constraint "membership_chart_row_price_chart_id_foreign" foreign key ("price_chart_id") references "membership_price_chart" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership_chart_row" add constraint "membership_chart_row_classification_id_foreign" foreign key ("classification_id") references "membership_classification" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "membership_proof" add constraint "membership_proof_member_id_foreign" foreign key ("member_id") references "membership_member" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership_proof" add constraint "membership_proof_classification_id_foreign" foreign key ("classification_id") references "membership_classification" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_sale_draft" add constraint "membership_sale_draft_plan_id_foreign" foreign key ("plan_id") references "membership_plan" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership_sale_draft" add constraint "membership_sale_draft_price_chart_id_foreign" foreign key ("price_chart_id") references "membership_price_chart" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership" add constraint "membership_plan_id_foreign" foreign key ("plan_id") references "membership_plan" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership" add constraint "membership_price_chart_id_foreign" foreign key ("price_chart_id") references "membership_price_chart" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership" add constraint "membership_sale_draft_id_foreign" foreign key ("sale_draft_id") references "membership_sale_draft" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_accepted_terms" add constraint "membership_accepted_terms_membership_id_foreign" foreign key ("membership_id") references "membership" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership_accepted_terms" add constraint "membership_accepted_terms_terms_id_foreign" foreign key ("terms_id") references "membership_plan_terms" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_sale_issue" add constraint "membership_sale_issue_membership_id_foreign" foreign key ("membership_id") references "membership" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "membership_seat" add constraint "membership_seat_membership_id_foreign" foreign key ("membership_id") references "membership" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "membership_seat_holder" add constraint "membership_seat_holder_seat_id_foreign" foreign key ("seat_id") references "membership_seat" ("id") on update cascade;`
    )
    this.addSql(
      `alter table if exists "membership_seat_holder" add constraint "membership_seat_holder_member_id_foreign" foreign key ("member_id") references "membership_member" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_chart_row" drop constraint if exists "membership_chart_row_classification_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_proof" drop constraint if exists "membership_proof_classification_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_member" drop constraint if exists "membership_member_household_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_proof" drop constraint if exists "membership_proof_member_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_seat_holder" drop constraint if exists "membership_seat_holder_member_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_plan_terms" drop constraint if exists "membership_plan_terms_plan_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_price_chart" drop constraint if exists "membership_price_chart_plan_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_sale_draft" drop constraint if exists "membership_sale_draft_plan_id_foreign";`
    )

    this.addSql(`alter table if exists "membership" drop constraint if exists "membership_plan_id_foreign";`)

    this.addSql(
      `alter table if exists "membership_accepted_terms" drop constraint if exists "membership_accepted_terms_terms_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_chart_row" drop constraint if exists "membership_chart_row_price_chart_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_sale_draft" drop constraint if exists "membership_sale_draft_price_chart_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership" drop constraint if exists "membership_price_chart_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership" drop constraint if exists "membership_sale_draft_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_accepted_terms" drop constraint if exists "membership_accepted_terms_membership_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_sale_issue" drop constraint if exists "membership_sale_issue_membership_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_seat" drop constraint if exists "membership_seat_membership_id_foreign";`
    )

    this.addSql(
      `alter table if exists "membership_seat_holder" drop constraint if exists "membership_seat_holder_seat_id_foreign";`
    )

    this.addSql(`drop table if exists "membership_audit_entry" cascade;`)

    this.addSql(`drop table if exists "membership_classification" cascade;`)

    this.addSql(`drop table if exists "membership_clock" cascade;`)

    this.addSql(`drop table if exists "membership_household" cascade;`)

    this.addSql(`drop table if exists "membership_idempotency_key" cascade;`)

    this.addSql(`drop table if exists "membership_location" cascade;`)

    this.addSql(`drop table if exists "membership_member" cascade;`)

    this.addSql(`drop table if exists "membership_offer_use" cascade;`)

    this.addSql(`drop table if exists "membership_plan" cascade;`)

    this.addSql(`drop table if exists "membership_plan_terms" cascade;`)

    this.addSql(`drop table if exists "membership_price_chart" cascade;`)

    this.addSql(`drop table if exists "membership_chart_row" cascade;`)

    this.addSql(`drop table if exists "membership_proof" cascade;`)

    this.addSql(`drop table if exists "membership_sale_draft" cascade;`)

    this.addSql(`drop table if exists "membership" cascade;`)

    this.addSql(`drop table if exists "membership_accepted_terms" cascade;`)

    this.addSql(`drop table if exists "membership_sale_issue" cascade;`)

    this.addSql(`drop table if exists "membership_seat" cascade;`)

    this.addSql(`drop table if exists "membership_seat_holder" cascade;`)
  }
}
