package org.countinghouse.ledger.imports;

/** The statements that end an import. */
final class Balancing {

  /** %s: the organization. Keys in order, so that two postings never wait crosswise. */
  static final String ADD =
      """
      insert into finance.balances as b
        (organization_id, account, period, currency, debit, credit, base_debit, base_credit, lines)
      select '%s', account, period, currency, debit, credit, base_debit, base_credit, lines
        from import_sum
       where cost_centre is null
       order by account collate "C", period, currency
      on conflict on constraint pk_balances do update
        set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
            base_debit = b.base_debit + excluded.base_debit, base_credit = b.base_credit + excluded.base_credit,
            lines = b.lines + excluded.lines
      """;

  /** %s: the organization. */
  static final String ADD_COST_CENTRES =
      """
      insert into finance.cost_centre_balances as b
        (organization_id, cost_centre, account, period, currency, debit, credit, base_debit, base_credit, lines)
      select '%s', cost_centre, account, period, currency, debit, credit, base_debit, base_credit, lines
        from import_sum
       where cost_centre is not null
       order by cost_centre collate "C", account collate "C", period, currency
      on conflict on constraint pk_cost_centre_balances do update
        set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
            base_debit = b.base_debit + excluded.base_debit, base_credit = b.base_credit + excluded.base_credit,
            lines = b.lines + excluded.lines
      """;

  /** The condition on the import's headers. */
  static final String LIST_HEADERS =
      """
      create temporary table import_header on commit drop as
      select j.id, j.posting_date, j.line_count from finance.journals j where %s
      """;

  /**
   * Without it the planner takes the new headers for one row and compares every line with every
   * header: 40,000 lines took half a minute.
   */
  static final String COUNT_HEADERS = "analyze import_header";

  /** The lines' table. */
  static final String PROVE =
      """
      select l.lines, l.open, l.astray, h.journals, h.promised
        from (select count(*) as lines, coalesce(sum(l.base_amount), 0) as open,
                     count(*) filter (where h.id is null) as astray
                from %s l
                left join import_header h on h.id = l.journal_id and h.posting_date = l.posting_date) l,
             (select count(*) as journals, coalesce(sum(line_count), 0) as promised from import_header) h
      """;

  private Balancing() {}
}
