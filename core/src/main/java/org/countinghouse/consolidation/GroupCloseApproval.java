package org.countinghouse.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.springframework.stereotype.Component;

/** What the second person approves: the group's month with exactly these balances. */
@Component
class GroupCloseApproval implements ApprovalSubject {

  private final Consolidations consolidations;
  private final ConsolidationFigures figures;

  GroupCloseApproval(Consolidations consolidations, ConsolidationFigures figures) {
    this.consolidations = consolidations;
    this.figures = figures;
  }

  @Override
  public String type() {
    return "group-close";
  }

  @Override
  public SubjectState read(UUID subjectId) {
    Consolidation consolidation = consolidations.get(subjectId);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("consolidation.period", consolidation.period()));
    facts.add(Fact.of("consolidation.figures", String.valueOf(consolidation.figuresHash())));
    if (consolidation.acceptedReason() != null) {
      facts.add(Fact.of("consolidation.accepted", consolidation.acceptedReason()));
    }
    for (ConsolidatedRow row : figures.trialBalance(subjectId)) {
      facts.add(
          Fact.of(
              "consolidation.balance",
              row.account() + " " + row.name(),
              row.balance().toPlainString() + " " + consolidation.currency()));
    }
    return new SubjectState(
        consolidation.organizationId(),
        consolidation.number(),
        consolidation.period().toString(),
        null,
        null,
        consolidation.makers(),
        facts,
        null);
  }
}
