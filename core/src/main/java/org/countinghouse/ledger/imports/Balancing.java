package org.countinghouse.ledger.imports;

/** The statements that sum what an import stored. */
final class Balancing {

  private static final String SUMMED =
      """
      create temporary table import_sum on commit drop as
      select l.account, l.currency, l.cost_centre, date_trunc('month', l.posting_date)::date as period,
             sum(greatest(l.amount, 0)) as debit, sum(greatest(-l.amount, 0)) as credit,
             sum(greatest(l.base_amount, 0)) as base_debit, sum(greatest(-l.base_amount, 0)) as base_credit,
             count(*) as lines
      """;

  /** %s: the table that holds the import's lines and no others. */
  static final String SUM = SUMMED + " from %s l group by 1, 2, 3, 4";

  /** %s: lines l of the import's journals j. */
  static final String SUM_OF_SINGLE = SUMMED + " from %s group by 1, 2, 3, 4";

  /** %s: the organization. Keys in order, so that two postings never wait crosswise. */
  static final String ADD =
      """
      insert into finance.balances as b
        (organization_id, account, period, currency, debit, credit, base_debit, base_credit, lines)
      select '%s', account, period, currency, sum(debit), sum(credit), sum(base_debit), sum(base_credit), sum(lines)
        from import_sum
       group by account, period, currency
       order by account, period, currency
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
       order by cost_centre, account, period, currency
      on conflict on constraint pk_cost_centre_balances do update
        set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit,
            base_debit = b.base_debit + excluded.base_debit, base_credit = b.base_credit + excluded.base_credit,
            lines = b.lines + excluded.lines
      """;

  /** The lines' table; the condition on the import's headers. */
  static final String PROVE =
      """
      select count(*),
             count(*) filter (where j.id is null or l.journal_id is null
                                 or l.lines <> j.line_count or l.open <> 0
                                 or l.first_day <> j.posting_date or l.last_day <> j.posting_date)
        from (select journal_id, count(*) as lines, sum(base_amount) as open,
                     min(posting_date) as first_day, max(posting_date) as last_day
                from %s group by journal_id) l
        full join (select j.id, j.line_count, j.posting_date from finance.journals j where %s) j
          on j.id = l.journal_id
      """;

  private Balancing() {}
}
