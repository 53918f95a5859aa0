package org.countinghouse.close;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.springframework.stereotype.Component;

/** What the second person approves: opening this month, for this reason, until then. */
@Component
class ReopeningApproval implements ApprovalSubject {

  private final Reopenings reopenings;

  ReopeningApproval(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  @Override
  public String type() {
    return "period-reopen";
  }

  @Override
  public SubjectState read(UUID subjectId) {
    Reopening reopening = reopenings.get(subjectId);
    Set<String> makers = new TreeSet<>(Set.of(reopening.requestedBy()));
    if (reopening.requestedFor() != null) {
      makers.add(reopening.requestedFor());
    }
    return new SubjectState(
        reopening.organizationId(),
        reopening.number(),
        reopening.period().toString(),
        null,
        null,
        makers,
        List.of(
            Fact.of("reopen.period", reopening.period()),
            Fact.of("reopen.reason", reopening.reason()),
            Fact.of("reopen.expiry", reopening.expiresAt())),
        null);
  }
}
