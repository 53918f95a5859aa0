package org.countinghouse.close;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a month after its hard close, as evidence for its certificate. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class AfterClose {

  private final ClosingMapper closings;
  private final Checklists checklists;
  private final ReportPacks packs;
  private final Documents documents;

  AfterClose(
      ClosingMapper closings, Checklists checklists, ReportPacks packs, Documents documents) {
    this.closings = closings;
    this.checklists = checklists;
    this.packs = packs;
    this.documents = documents;
  }

  /** Notes that the result of the year the month ends was carried forward, and by which run. */
  public void yearCarriedForward(UUID closingId, UUID jobRunId, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    closing.requireState(Closing.State.CLOSED);
    checklists.record(closing, CloseStep.YEAR_CARRIED_FORWARD, actor, Map.of(), jobRunId);
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
