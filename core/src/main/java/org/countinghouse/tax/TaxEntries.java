package org.countinghouse.tax;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.JournalPosted;
import org.countinghouse.ledger.Ledger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tax of everything posted with a tax code, written in the posting transaction. */
@Service
public class TaxEntries {

  /** How the ledger names the reference of a reversal. */
  private static final String REVERSED = " reversed";

  private final TaxEntryMapper mapper;
  private final Ledger ledger;
  private final Clock clock;

  TaxEntries(TaxEntryMapper mapper, Ledger ledger, Clock clock) {
    this.mapper = mapper;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Keeps entries of a journal posted in this transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(List<TaxEntry> entries) {
    if (!entries.isEmpty()) {
      mapper.insert(
          entries.stream()
              .map(entry -> RecordedTax.of(Ids.next(), entry, clock.instant()))
              .toList());
    }
  }

  /** The entries of a journal, in the order they were written. */
  @Transactional(readOnly = true)
  public List<RecordedTax> of(UUID organizationId, UUID journalId) {
    return mapper.listOf(organizationId, journalId);
  }

  /** What is undone in the books is undone in the return of the day it is undone on. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(JournalPosted event) {
    if (!event.sourceReference().endsWith(REVERSED)) {
      return; // asked of every posting, so no query unless it may be one
    }
    UUID original = ledger.require(event.journalId()).reversesId();
    if (original == null) {
      return;
    }
    List<RecordedTax> mirrored =
        mapper.listOf(event.organizationId(), original).stream()
            .map(
                row ->
                    row.mirrored(
                        Ids.next(), event.journalId(), event.postingDate(), clock.instant()))
            .toList();
    if (!mirrored.isEmpty()) {
      mapper.insert(mirrored);
    }
  }
}
