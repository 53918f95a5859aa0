package org.countinghouse.exchange;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what the inbox published. */
@Component
class SettledDocuments {

  private final List<DocumentSettled> events = new CopyOnWriteArrayList<>();

  @EventListener
  void on(DocumentSettled event) {
    events.add(event);
  }

  List<InboxState> of(UUID inboxDocument) {
    return events.stream()
        .filter(event -> event.inboxDocumentId().equals(inboxDocument))
        .map(DocumentSettled::state)
        .toList();
  }
}
