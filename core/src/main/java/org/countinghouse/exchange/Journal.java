package org.countinghouse.exchange;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.InboxMapper.FindingRow;
import org.countinghouse.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes outcomes. Every method runs in the caller's transaction. */
@Component
class Journal {

  private static final int FINDINGS_PER_STATEMENT = 1000;

  private final InboxMapper mapper;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Journal(InboxMapper mapper, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.events = events;
    this.clock = clock;
  }

  /** Now, as precisely as the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Records the outcome and, when it is one, tells everybody. */
  void record(InboxDocument document, Outcome outcome) {
    boolean settled = !outcome.state().isOpen();
    mapper.updateOutcome(
        document.id(),
        outcome.state(),
        outcome.summary().isEmpty() ? document.summary() : outcome.summary(),
        firstOf(outcome).orElse(null),
        settled ? now() : null);
    replaceDetails(document.id(), outcome);
    if (settled) {
      publish(document, outcome.state());
    }
  }

  /** Tells everybody that a document has its outcome. */
  void publish(InboxDocument document, InboxState state) {
    Metrics.counter(
            "countinghouse.inbox.documents", "channel", document.channel(), "outcome", state.code())
        .increment();
    events.publishEvent(
        new DocumentSettled(
            Ids.next(),
            document.id(),
            document.organizationId(),
            document.channel(),
            state,
            now()));
  }

  /** Writes findings and links in the place of whatever was there. */
  void replaceDetails(UUID id, Outcome outcome) {
    mapper.deleteFindings(id);
    List<FindingRow> rows = rows(outcome);
    for (int from = 0; from < rows.size(); from += FINDINGS_PER_STATEMENT) {
      int to = Math.min(rows.size(), from + FINDINGS_PER_STATEMENT);
      mapper.insertFindings(id, rows.subList(from, to));
    }
    if (!outcome.links().isEmpty()) {
      mapper.deleteLinks(id);
      mapper.insertLinks(id, outcome.links());
    }
  }

  private static Optional<UUID> firstOf(Outcome outcome) {
    return outcome.links().stream()
        .filter(link -> outcome.state() == InboxState.DUPLICATE)
        .filter(link -> link.kind().equals(Inbox.LINK_KIND))
        .map(Link::id)
        .findFirst();
  }

  private static List<FindingRow> rows(Outcome outcome) {
    List<FindingRow> rows = new ArrayList<>();
    addRows(rows, outcome.errors(), false);
    addRows(rows, outcome.warnings(), true);
    return rows;
  }

  private static void addRows(List<FindingRow> rows, List<Finding> findings, boolean warning) {
    int offset = rows.size();
    IntStream.range(0, findings.size())
        .mapToObj(i -> row(offset + i, warning, findings.get(i)))
        .forEach(rows::add);
  }

  private static FindingRow row(int position, boolean warning, Finding finding) {
    return new FindingRow(
        position,
        warning,
        storable(finding.code()),
        storable(finding.place()),
        storable(finding.message()));
  }

  /** PostgreSQL text takes no NUL, and a document may contain one. */
  private static String storable(String text) {
    return text.replace('\u0000', '\uFFFD');
  }
}
