package org.countinghouse.exchange;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every handler there is. */
@Component
public class Handlers {

  private final ObjectProvider<DocumentHandler<?>> all;

  Handlers(ObjectProvider<DocumentHandler<?>> all) {
    this.all = all; // looked up late: a handler may itself need the inbox
  }

  /** The channels some handler serves. */
  public SortedSet<String> channels() {
    return ordered().stream()
        .map(DocumentHandler::channel)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Optional<DocumentHandler<?>> recognizing(IncomingDocument document) {
    return ordered().stream()
        .filter(handler -> handler.channel().equals(document.channel()))
        .filter(handler -> handler.recognizes(document))
        .findFirst();
  }

  private List<DocumentHandler<?>> ordered() {
    return all.orderedStream().collect(Collectors.toUnmodifiableList());
  }
}
