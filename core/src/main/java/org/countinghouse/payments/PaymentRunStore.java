package org.countinghouse.payments;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds and locks runs, and keeps record of what is done to them. */
@Component
class PaymentRunStore {

  private static final String RESOURCE = "payments.run";

  private final RunMapper mapper;
  private final ProposalMapper items;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PaymentRunStore(
      RunMapper mapper,
      ProposalMapper items,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.items = items;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  RunMapper.Row require(UUID runId) {
    return Optional.ofNullable(mapper.find(runId))
        .orElseThrow(() -> PaymentsError.RUN_UNKNOWN.with(runId));
  }

  /** The run, changed by nobody else until this transaction ends. */
  RunMapper.Row lock(UUID runId) {
    return Optional.ofNullable(mapper.lock(runId))
        .orElseThrow(() -> PaymentsError.RUN_UNKNOWN.with(runId));
  }

  /** The run under review or in approval, and its organization's proposals locked. */
  RunMapper.Row lockToChange(UUID runId) {
    items.lockOrganization(require(runId).organizationId());
    RunMapper.Row run = lock(runId);
    if (run.state() != PaymentRun.State.REVIEW && run.state() != PaymentRun.State.IN_APPROVAL) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "changed");
    }
    return run;
  }

  /** Everybody who had a hand in what is to be released; the product itself left out. */
  Set<String> makers(RunMapper.Row run) {
    Set<String> makers = new HashSet<>(mapper.listEditors(run.id()));
    makers.add(run.proposedBy());
    String submittedBy = run.submittedBy();
    if (submittedBy != null) {
      makers.add(submittedBy);
    }
    makers.removeIf(name -> Actor.of(name).isSystem());
    return makers;
  }

  /** Notes a change of what the run pays, and has it approved anew where it was handed in. */
  void changed(RunMapper.Row run, @Nullable UUID itemId, String action, String detail, Actor by) {
    mapper.insertChange(
        new RunMapper.ChangeRow(
            Ids.next(),
            run.organizationId(),
            run.id(),
            itemId,
            action,
            detail,
            by.username(),
            clock.instant()));
    if (run.state() == PaymentRun.State.IN_APPROVAL) {
      events.publishEvent(
          new PaymentRunChanged(
              Ids.next(), run.organizationId(), run.id(), run.number(), clock.instant()));
    }
  }

  void wrote(RunMapper.Row run, String action, @Nullable Object values, Actor by) {
    audit.record(
        new AuditEntry(run.organizationId(), by, action, RESOURCE, run.number(), null, values));
  }
}
