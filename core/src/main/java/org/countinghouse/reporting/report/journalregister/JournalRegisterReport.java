package org.countinghouse.reporting.report.journalregister;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.cursor.RowCursor;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.StreamedReport;
import org.countinghouse.reporting.spi.Sum;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/**
 * Every journal posted from a day to a day, in the order of its number, with who made and who
 * checked it, where it came from and what it moved; the numbers have no gap, which whoever reads it
 * can see. With {@code source} only those that came from there.
 */
@Component
class JournalRegisterReport implements StreamedReport {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String SOURCE = "source";
  private static final String KNOWN_AT = "knownAt";
  private static final String AMOUNT = "amount";

  private static final String QUERY =
      """
      with moved as (
        select journal_id, count(*) as lines, sum(greatest(base_amount, 0)) as amount
          from finance.ledger_journal_line_v
         where organization_id = :organizationId and posting_date between :from and :to
         group by journal_id)
      select j.journal_id, j.number, j.posting_date, j.recorded_at, j.source, j.source_reference,
             j.description, j.maker, j.checker, j.reverses_id, r.number as reverses,
             moved.lines, moved.amount
        from finance.ledger_journal_v j
        join moved on moved.journal_id = j.journal_id
        left join finance.ledger_journal_v r
          on r.organization_id = j.organization_id and r.journal_id = j.reverses_id
       where j.organization_id = :organizationId and j.posting_date between :from and :to
         and j.recorded_at <= :knownAt
         and (cast(:source as text) is null or j.source = :source)
       order by j.fiscal_year, j.series, j.sequence_number
      """;

  private final RowCursor cursor;

  JournalRegisterReport(RowCursor cursor) {
    this.cursor = cursor;
  }

  @Override
  public String name() {
    return "journal-register";
  }

  @Override
  public Set<String> parameters() {
    return new TreeSet<>(Set.of(FROM, TO, SOURCE, KNOWN_AT));
  }

  @Override
  public ReportTable frame(ReportRequest request) {
    Messages messages = Messages.beside(JournalRegisterReport.class, request.locale());
    LocalDate to = request.dayOrToday(TO);
    TableBuilder table =
        new TableBuilder(name(), messages.text("title"), request, columns(messages))
            .parameter(FROM, from(request, to))
            .parameter(TO, to)
            .parameter(KNOWN_AT, request.instantOrNow(KNOWN_AT));
    request.text(SOURCE).ifPresent(source -> table.parameter(SOURCE, source));
    return table.build();
  }

  private static LocalDate from(ReportRequest request, LocalDate to) {
    return request.day(FROM).orElseGet(() -> Figures.fiscalYearStart(request.scope(), to));
  }

  private static List<Column> columns(Messages messages) {
    return List.of(
        Column.text("journal", messages),
        Column.day("date", messages),
        Column.time("recordedAt", messages),
        Column.text(SOURCE, messages),
        Column.text("reference", messages),
        Column.text("description", messages),
        Column.text("maker", messages),
        Column.text("checker", messages),
        Column.text("reverses", messages),
        Column.count("lines", messages),
        Column.money(AMOUNT, messages));
  }

  @Override
  public void stream(ReportRequest request, RowSink rows) {
    LocalDate to = request.dayOrToday(TO);
    Instant knownAt = request.instantOrNow(KNOWN_AT);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organizationId", request.organization().id());
    parameters.put("from", from(request, to));
    parameters.put("to", to);
    parameters.put("knownAt", Timestamp.from(knownAt));
    parameters.put("source", request.text(SOURCE).orElse(null));
    Totals totals = new Totals(request, rows);
    cursor.forEach(QUERY, parameters, totals::add);
    totals.end();
  }

  /** Hands on the rows and adds them up. */
  private static final class Totals {

    private final ReportRequest request;
    private final RowSink rows;
    private Money amount;
    private int count;
    private long lines;

    Totals(ReportRequest request, RowSink rows) {
      this.request = request;
      this.rows = rows;
      this.amount = Money.zero(request.scope().currency());
    }

    void add(ResultSet row) throws SQLException {
      BigDecimal moved = row.getBigDecimal(13);
      Money money = new Money(moved, request.scope().currency());
      amount = amount.plus(money);
      lines += row.getLong(12);
      count++;
      String reverses = row.getString(11);
      rows.accept(
          Row.detail(
              new Link(row.getString(2), "/api/ledger/journals/" + row.getString(1)),
              row.getObject(3, LocalDate.class),
              row.getObject(4, OffsetDateTime.class).toInstant(),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              row.getString(8),
              row.getString(9),
              reverses == null
                  ? null
                  : new Link(reverses, "/api/ledger/journals/" + row.getString(10)),
              row.getLong(12),
              money));
    }

    void end() {
      Messages messages = Messages.beside(JournalRegisterReport.class, request.locale());
      Sum total = new Sum(amount, List.of(new Sum.Term(AMOUNT, 0, count - 1, false)));
      rows.accept(
          Row.of(
              Row.Kind.TOTAL,
              0,
              Label.of("total", messages),
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              lines,
              total));
    }
  }
}
