package org.countinghouse.exchange;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.springframework.stereotype.Component;

/**
 * A month should not close on documents that came in and have no outcome: nobody knows yet which
 * month they belong to.
 */
@Component
class OpenDocumentsCheck implements ReadinessCheck {

  /** So many are listed by name; the figures say how many there are. */
  private static final int SHOWN_MAX = 50;

  private static final List<InboxState> OPEN =
      List.of(InboxState.FAILED, InboxState.RECEIVED, InboxState.IN_PROGRESS);

  private final Inbox inbox;

  OpenDocumentsCheck(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public String key() {
    return "exchange.open-documents";
  }

  @Override
  public Title title() {
    return new Title(
        "Every document in the inbox has its outcome", "Jedes eingegangene Dokument ist erledigt");
  }

  @Override
  public boolean endsWithTheLock() {
    return true;
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    long open = inbox.countOpen(organizationId);
    List<OpenItem> shown = new ArrayList<>();
    if (open > 0) {
      for (InboxState state : OPEN) {
        inbox.list(new InboxQuery(organizationId, null, state, null, SHOWN_MAX)).stream()
            .map(OpenDocumentsCheck::item)
            .forEach(shown::add);
      }
    }
    return Readiness.of(shown, Map.of("openDocuments", Long.toString(open)));
  }

  private static OpenItem item(InboxDocument document) {
    String detail =
        document.state() == InboxState.FAILED
            ? "Parked: " + document.lastError() + " Replay it when the cause is gone."
            : "Being handled: wait for its outcome.";
    return new OpenItem(
        "inbox-document",
        document.channel() + " / " + document.name(),
        detail,
        "/api/documents/" + document.documentId() + "/content");
  }
}
