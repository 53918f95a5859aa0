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

  /** %s: the condition on the import's headers; only for lines that lie among others. */
  static final String LIST_HEADERS =
      """
      create temporary table import_header on commit drop as
      select j.id from finance.journals j where %s
      """;

  /**
   * Without it the planner takes the new headers for one row and compares every line with every
   * header: 40,000 lines took half a minute.
   */
  static final String COUNT_HEADERS = "analyze import_header";

  /** The lines of {@link #LIST_HEADERS}. */
  static final String LISTED_LINES =
      "(select * from finance.journal_lines"
          + " where batch = 0 and journal_id in (select id from import_header))";

  /**
   * The lines' table, the condition on the headers. A line counts as the hash of its journal and
   * day, a journal as its own times its lines: the two sums agree only if every line has its
   * journal, of the same day, and every journal its lines. One pass over each and no join, so there
   * is no plan to go wrong and both cores can share the work. The hash is cut to 40 bits because a
   * journal has up to a million lines.
   */
  static final String PROVE =
      """
      select l.lines, l.debit, l.credit, h.journals, h.promised, l.print = h.print as paired
        from (select count(*) as lines,
                     coalesce(sum(base_amount) filter (where base_amount > 0), 0) as debit,
                     coalesce(-sum(base_amount) filter (where base_amount < 0), 0) as credit,
                     sum(uuid_hash_extended(journal_id, posting_date - date '2000-01-01') >> 24) as print
                from %s l) l,
             (select count(*) as journals,
                     coalesce(sum(line_count), 0) as promised,
                     sum(line_count * (uuid_hash_extended(id, posting_date - date '2000-01-01') >> 24)) as print
                from finance.journals j
               where %s) h
      """;

  private Balancing() {}
}
