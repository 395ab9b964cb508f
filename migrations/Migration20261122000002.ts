import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A trigger function that refuses, with the sentence a developer at the database prompt should read. */
const refuses = (name: string, sentence: string) => `
  create or replace function ${name}() returns trigger language plpgsql as $$
  begin
    raise exception '${sentence}' using errcode = 'restrict_violation';
  end $$;`

/** What no code path may do is refused by the database itself: the audit trail and what was sold are facts. */
export class Migration20261122000002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      refuses("membership_refuse_audit_change", "An audit entry is never changed or deleted (SAFE-2).")
    )
    this.addSql(`create trigger membership_audit_entry_append_only
      before update or delete on membership_audit_entry
      for each row execute function membership_refuse_audit_change();`)

    this.addSql(
      refuses(
        "membership_refuse_terms_change",
        "Terms are never changed: a new text is a new version (SALE-4)."
      )
    )
    this.addSql(`create trigger membership_plan_terms_append_only
      before update or delete on membership_plan_terms
      for each row execute function membership_refuse_terms_change();`)
    this.addSql(`create trigger membership_accepted_terms_append_only
      before update or delete on membership_accepted_terms
      for each row execute function membership_refuse_terms_change();`)

    this.addSql(`
      create or replace function membership_guard_chart_row() returns trigger language plpgsql as $$
      declare chart_state text;
      begin
        select state into chart_state from membership_price_chart
          where id = case when tg_op = 'DELETE' then old.price_chart_id else new.price_chart_id end for share;
        if chart_state is distinct from 'draft' then
          raise exception 'The rows of a % price chart never change (CHART-3).', chart_state
            using errcode = 'restrict_violation';
        end if;
        if tg_op = 'UPDATE' and new.price_chart_id <> old.price_chart_id then
          raise exception 'A row stays in its price chart.' using errcode = 'restrict_violation';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;`)
    this.addSql(`create trigger membership_chart_row_frozen
      before insert or update or delete on membership_chart_row
      for each row execute function membership_guard_chart_row();`)

    this.addSql(`
      create or replace function membership_guard_chart() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or new.deleted_at is not null then
          if old.state <> 'draft' then
            raise exception 'A % price chart is kept for life (CHART-8).', old.state using errcode = 'restrict_violation';
          end if;
          return case when tg_op = 'DELETE' then old else new end;
        end if;
        if old.state <> 'draft' and new.state = 'draft' then
          raise exception 'A finalized price chart never becomes a draft again (CHART-3).' using errcode = 'restrict_violation';
        end if;
        if old.state = 'draft' and new.state = 'published' then
          raise exception 'A draft is finalized before it is published (CHART-3).' using errcode = 'restrict_violation';
        end if;
        if new.plan_id <> old.plan_id or new.version <> old.version then
          raise exception 'A price chart keeps its plan and version.' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    this.addSql(`create trigger membership_price_chart_states
      before update or delete on membership_price_chart
      for each row execute function membership_guard_chart();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists membership_price_chart_states on membership_price_chart;`)
    this.addSql(`drop trigger if exists membership_chart_row_frozen on membership_chart_row;`)
    this.addSql(`drop trigger if exists membership_accepted_terms_append_only on membership_accepted_terms;`)
    this.addSql(`drop trigger if exists membership_plan_terms_append_only on membership_plan_terms;`)
    this.addSql(`drop trigger if exists membership_audit_entry_append_only on membership_audit_entry;`)
    for (const name of ["guard_chart", "guard_chart_row", "refuse_terms_change", "refuse_audit_change"]) {
      this.addSql(`drop function if exists membership_${name}();`)
    }
  }
}
