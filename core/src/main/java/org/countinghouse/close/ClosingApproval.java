package org.countinghouse.close;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.close.certificate.Figures;
import org.springframework.stereotype.Component;

/** What the second person approves: the month with exactly these balances. */
@Component
class ClosingApproval implements ApprovalSubject {

  private final Closings closings;
  private final CloseFigures figures;

  ClosingApproval(Closings closings, CloseFigures figures) {
    this.closings = closings;
    this.figures = figures;
  }

  @Override
  public String type() {
    return "period-close";
  }

  @Override
  public SubjectState read(UUID subjectId) {
    Closing closing = closings.get(subjectId);
    Figures submitted = figures.of(closing, Objects.requireNonNull(closing.submittedAt()));
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("close.period", closing.period()));
    facts.add(Fact.of("close.figures", submitted.sha256()));
    for (Figures.Row row : submitted.rows()) {
      facts.add(
          Fact.of("close.balance", row.account(), plain(row.balance(), submitted.currency())));
    }
    return new SubjectState(
        closing.organizationId(),
        closing.number(),
        closing.period().toString(),
        null,
        null,
        closing.makers(),
        facts,
        null);
  }

  private static String plain(BigDecimal amount, String currency) {
    return amount.toPlainString() + " " + currency;
  }
}
