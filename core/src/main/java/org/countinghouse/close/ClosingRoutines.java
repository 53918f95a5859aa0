package org.countinghouse.close;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.RowError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The period-end jobs of a closing: which there are, and what became of them. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ClosingRoutines {

  private final CheckCatalogue catalogue;
  private final ClosingMapper closings;
  private final ChecklistMapper mapper;
  private final Clock clock;

  ClosingRoutines(
      CheckCatalogue catalogue, ClosingMapper closings, ChecklistMapper mapper, Clock clock) {
    this.catalogue = catalogue;
    this.closings = closings;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** The names of the jobs of all routines installed, each after those it waits for. */
  @Transactional(readOnly = true)
  public List<String> jobs() {
    return catalogue.routines().stream().map(ClosingRoutine::job).toList();
  }

  /** The routines are about to run: what earlier runs left is no evidence any more. */
  public void begin(UUID closingId) {
    Closings.required(closings.lockById(closingId), closingId);
    mapper.list(closingId).stream()
        .filter(row -> row.is(ChecklistItem.Kind.ROUTINE))
        .forEach(row -> mapper.update(closingId, row.waiting()));
  }

  /**
   * Notes that a routine's job has ended: what its module says is left, and what the job set aside,
   * becomes the evidence of its item. Safe to repeat.
   *
   * @param setAside what the run set aside, the first ones; keeps the item open
   */
  public void ended(UUID closingId, String job, UUID runId, List<RowError> setAside, Actor actor) {
    Closing closing = Closings.required(closings.lockById(closingId), closingId);
    catalogue.routines().stream()
        .filter(routine -> routine.job().equals(job))
        .forEach(routine -> ended(closing, routine, runId, setAside, actor));
  }

  private void ended(
      Closing closing, ClosingRoutine routine, UUID runId, List<RowError> setAside, Actor actor) {
    ChecklistMapper.Row row = mapper.find(closing.id(), routine.key());
    if (row == null) {
      row =
          ChecklistMapper.Row.fresh(new PlannedItem.Run(routine), mapper.list(closing.id()).size());
      mapper.insert(closing.organizationId(), closing.id(), row);
    }
    Readiness left = routine.evidence(closing.organizationId(), closing.period());
    List<OpenItem> open = new ArrayList<>(left.openItems());
    setAside.forEach(
        error ->
            open.add(
                new OpenItem(
                    "job-run",
                    error.place().isBlank() ? routine.job() : error.place(),
                    error.message(),
                    "/api/jobs/runs/" + runId)));
    mapper.update(
        closing.id(),
        row.answered(
            new Readiness(open, left.tieOuts(), left.figures()),
            actor.username(),
            actor.onBehalfOf(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            runId));
  }
}
