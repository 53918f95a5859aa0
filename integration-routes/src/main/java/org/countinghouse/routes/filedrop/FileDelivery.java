package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.countinghouse.documents.Documents;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Delivers what was sent to {@code <exchange>/<ORGANIZATION>/out/<channel>/}. A file appears there
 * complete and on disk, or not at all; delivering it once more leaves the same file.
 */
@Component
class FileDelivery extends RouteBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(FileDelivery.class);
  private static final int AT_ONCE = 50;

  private final Path exchange;
  private final Outbox outbox;
  private final Documents documents;
  private final Organizations organizations;
  private final String period;

  FileDelivery(
      FileDropProperties properties,
      Outbox outbox,
      Documents documents,
      Organizations organizations,
      @Value("${countinghouse.exchange.delivery-interval:1s}") String period) {
    this.exchange = properties.directory();
    this.outbox = outbox;
    this.documents = documents;
    this.organizations = organizations;
    this.period = period;
  }

  @Override
  public void configure() {
    from("timer:file-drop.delivery?delay=0&period=" + period)
        .routeId("file-drop.delivery")
        .routeConfigurationId("exchange")
        .process(delivery -> deliverDue());
  }

  void deliverDue() {
    List<OutboxDocument> due;
    do {
      due = outbox.claim(AT_ONCE);
      due.forEach(this::deliver);
    } while (due.size() == AT_ONCE);
  }

  private void deliver(OutboxDocument document) {
    try {
      write(document);
      outbox.delivered(document.id());
    } catch (IOException | BusinessException e) {
      LOG.error(
          "{} cannot be delivered to {} now, it is tried again: {}",
          document.name(),
          document.channel(),
          e.toString());
      outbox.failed(document.id(), e.toString());
    }
  }

  private void write(OutboxDocument document) throws IOException {
    Path folder =
        exchange
            .resolve(organizations.byId(document.organizationId()).code())
            .resolve("out")
            .resolve(document.channel());
    Files.createDirectories(folder);
    Path growing = folder.resolve("." + document.name() + ".part");
    try (InputStream content = documents.open(document.documentId())) {
      Files.copy(content, growing, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel file = FileChannel.open(growing, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(
        growing,
        folder.resolve(document.name()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
