package org.countinghouse.reporting.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.apache.ibatis.cursor.Cursor;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.LedgerExports.Exported;
import org.countinghouse.reporting.export.ExportMapper.BalanceRow;
import org.countinghouse.reporting.export.ExportMapper.LineRow;
import org.countinghouse.reporting.spi.LedgerEntry;
import org.countinghouse.reporting.spi.LedgerHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the books journal by journal. Runs in its caller's transaction. */
@Component
public class LedgerSource {

  private final ExportMapper mapper;

  LedgerSource(ExportMapper mapper) {
    this.mapper = mapper;
  }

  /** The whole chart, by code. */
  public List<LedgerHeader.Account> accounts(Organization organization) {
    return mapper.listAccounts(organization.id()).stream()
        .map(row -> new LedgerHeader.Account(row.account(), row.name(), row.type()))
        .toList();
  }

  /** The balances before this day as an entry of this day; null where there are none. */
  public @Nullable LedgerEntry balancesBefore(Organization organization, LocalDate from) {
    List<LedgerEntry.Line> lines = new ArrayList<>();
    for (BalanceRow row : mapper.listBalancesBefore(organization.id(), from)) {
      lines.add(
          new LedgerEntry.Line(
              lines.size() + 1,
              row.account(),
              new Money(row.amount(), Currency.getInstance(row.currency())),
              new Money(row.baseAmount(), organization.baseCurrency()),
              null,
              null));
    }
    return lines.isEmpty()
        ? null
        : new LedgerEntry(
            "OPENING", from, "Opening balances", "ledger", "before " + from, "", null, lines);
  }

  /** Hands over every journal of these days, by date and number. */
  public Exported forEach(
      Organization organization,
      @Nullable LocalDate from,
      LocalDate to,
      Consumer<LedgerEntry> consumer) {
    long journals = 0;
    long lines = 0;
    List<LineRow> journal = new ArrayList<>();
    try (Cursor<LineRow> cursor = mapper.streamLines(organization.id(), from, to)) {
      for (LineRow row : cursor) {
        if (!journal.isEmpty() && !journal.get(0).number().equals(row.number())) {
          consumer.accept(entry(journal, organization.baseCurrency()));
          journals++;
          journal.clear();
        }
        journal.add(row);
        lines++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!journal.isEmpty()) {
      consumer.accept(entry(journal, organization.baseCurrency()));
      journals++;
    }
    return new Exported(journals, lines);
  }

  private static LedgerEntry entry(List<LineRow> rows, Currency base) {
    LineRow first = rows.get(0);
    return new LedgerEntry(
        first.number(),
        first.postingDate(),
        first.description(),
        first.source(),
        first.sourceReference(),
        first.maker(),
        first.checker(),
        rows.stream().map(row -> line(row, base)).toList());
  }

  private static LedgerEntry.Line line(LineRow row, Currency base) {
    return new LedgerEntry.Line(
        row.lineNo(),
        row.account(),
        new Money(row.amount(), Currency.getInstance(row.currency())),
        new Money(row.baseAmount(), base),
        row.costCentre(),
        row.text());
  }
}
