package org.countinghouse.close;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.access.Actor;
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

  private final ClosingMapper closings;
  private final Checklists checklists;
  private final ChecklistPlans plans;
  private final YearEnd yearEnd;
  private final ReportPacks packs;
  private final Documents documents;

  AfterClose(
      ClosingMapper closings,
      Checklists checklists,
      ChecklistPlans plans,
      YearEnd yearEnd,
      ReportPacks packs,
      Documents documents) {
    this.closings = closings;
    this.checklists = checklists;
    this.plans = plans;
    this.yearEnd = yearEnd;
    this.packs = packs;
    this.documents = documents;
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
