package org.countinghouse.close;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.YearClosing;
import org.countinghouse.ledger.YearEnd;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a month after its hard close, as evidence for its certificate. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AfterClose {

  private static final String WORK = "close.period-close:work";

  private final ClosingMapper closings;
  private final Checklists checklists;
  private final ChecklistPlans plans;
  private final YearEnd yearEnd;
  private final ReportPacks packs;
  private final Documents documents;
  private final Access access;
  private final Audit audit;

  AfterClose(
      ClosingMapper closings,
      Checklists checklists,
      ChecklistPlans plans,
      YearEnd yearEnd,
      ReportPacks packs,
      Documents documents,
      Access access,
      Audit audit) {
    this.closings = closings;
    this.checklists = checklists;
    this.plans = plans;
    this.yearEnd = yearEnd;
    this.packs = packs;
    this.documents = documents;
    this.access = access;
    this.audit = audit;
  }

  /** The fiscal year whose last month this closing closes; empty for any other month. */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Optional<Integer> fiscalYearEndedBy(UUID closingId) {
    Closing closing = Closings.required(closings.find(closingId), closingId);
    return plans.yearEndedBy(closing.organizationId(), closing.period());
  }

  /**
   * Somebody decides to certify the month without what a job set aside.
   *
   * @param reason why, 10 to 2000 characters; kept as the closing's remark and in the audit log
   * @throws BusinessException {@code access.forbidden}, {@code close.reason-missing}
   */
  public void goOnWithout(UUID closingId, String reason, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    access.require(actor, WORK, closing.organizationId());
    Reasons.require(reason);
    closings.remark(closingId, actor.username() + ": " + reason.strip());
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            "went on without",
            Closings.RESOURCE,
            closing.number(),
            null,
            Map.of("reason", reason.strip())));
  }

  /** Notes that the result of the year the month ends was carried forward, and by which run. */
  public void yearCarriedForward(UUID closingId, UUID jobRunId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CLOSED);
    Map<String, String> figures = new TreeMap<>();
    plans
        .yearEndedBy(closing.organizationId(), closing.period())
        .flatMap(year -> yearEnd.find(closing.organizationId(), year))
        .ifPresent(carried -> describe(carried, figures));
    checklists.record(closing, CloseStep.YEAR_CARRIED_FORWARD, actor, figures, jobRunId);
  }

  private static void describe(YearClosing carried, Map<String, String> figures) {
    figures.put("fiscalYear", Integer.toString(carried.fiscalYear()));
    figures.put("result", carried.result().toString());
    UUID journal = carried.journalId();
    if (journal != null) {
      figures.put("journal", journal.toString());
      figures.put("postingDate", String.valueOf(carried.postingDate()));
    }
  }

  /** Notes what the report pack of the month holds, and which run made it. */
  public void reportsPacked(UUID closingId, UUID jobRunId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CLOSED);
    Map<String, String> figures = new TreeMap<>();
    packs
        .find(closingId)
        .ifPresent(
            pack -> {
              figures.put("reports", Integer.toString(pack.reports().size()));
              UUID archive = pack.archiveId();
              if (archive != null) {
                figures.put("archiveSha256", documents.get(archive).sha256());
              }
            });
    checklists.record(closing, CloseStep.REPORTED, actor, figures, jobRunId);
  }
}
