package org.countinghouse.banking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementSink;

/** The first reading of a file: days and amounts only, a few bytes for each entry. */
final class StatementSurvey implements StatementSink {

  private final List<Surveyed> statements = new ArrayList<>();
  private List<LocalDate> days = new ArrayList<>();
  private List<BigDecimal> amounts = new ArrayList<>();

  List<Surveyed> statements() {
    return statements;
  }

  @Override
  public void begin(StatementHeader header) {
    days = new ArrayList<>();
    amounts = new ArrayList<>();
  }

  @Override
  public void entry(BankEntry entry) {
    if (entry.isBooked()) {
      days.add(entry.bookedOn());
      amounts.add(entry.amount().amount());
    }
  }

  @Override
  public void end(BankStatement statement) {
    statements.add(new Surveyed(statements.size(), statement, days, amounts));
  }
}
