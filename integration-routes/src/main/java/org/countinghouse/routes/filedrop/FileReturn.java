package org.countinghouse.routes.filedrop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.countinghouse.exchange.DocumentSettled;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Gives a dropped file back with its report once its document has an outcome. Accepted files and
 * plain repetitions need nobody's attention and go to {@code .done}; rejected ones to {@code
 * .rejected}; a failed one waits where it is for its replay. Safe to repeat.
 */
@Component
class FileReturn {

  private static final Logger LOG = LoggerFactory.getLogger(FileReturn.class);

  private final DropFolders folders;
  private final Organizations organizations;
  private final Inbox inbox;

  FileReturn(DropFolders folders, Organizations organizations, Inbox inbox) {
    this.folders = folders;
    this.organizations = organizations;
    this.inbox = inbox;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(DocumentSettled event) {
    Organization organization = organizations.byId(event.organizationId());
    inbox
        .find(event.inboxDocumentId())
        .ifPresent(document -> putAway(document, folders.of(organization, event.channel())));
  }

  /** Puts away what a crash left: every waiting file whose document has its outcome. */
  void putAwayAll() {
    for (DropFolder folder : folders.all()) {
      try {
        folder
            .inProgress()
            .flatMap(file -> DropFolder.documentOf(file).stream())
            .flatMap(id -> inbox.find(id).stream())
            .filter(document -> !document.state().isOpen())
            .forEach(document -> putAway(document, folder));
      } catch (IOException e) {
        LOG.warn("{} cannot be looked through now: {}", folder.path(), e.toString());
      }
    }
  }

  /**
   * Puts the file of a settled document away, if it came as a file and still waits. One at a time:
   * the event, the carrier and the sweep may all come to it at once.
   */
  synchronized void putAway(InboxDocument document, DropFolder folder) {
    Path waiting = folder.waiting(document);
    if (!Files.exists(waiting)) {
      return;
    }
    try {
      end(folder, waiting, inbox.show(document.id()));
    } catch (NoSuchFileException e) {
      LOG.debug("{} was put away by somebody else", document.id());
    } catch (IOException e) {
      LOG.warn("The file of {} cannot be put away now: {}", document.id(), e.toString());
    }
  }

  private static void end(DropFolder folder, Path file, InboxRecord settled) throws IOException {
    String report = DropReport.of(settled);
    InboxState state = settled.document().state();
    switch (state) {
      case ACCEPTED, DUPLICATE -> folder.end(file, DropFolder.Folder.DONE, report);
      case REJECTED -> folder.end(file, DropFolder.Folder.REJECTED, report);
      case FAILED -> folder.writeReport(file, report);
      case RECEIVED, IN_PROGRESS -> LOG.debug("{} has no outcome yet", file);
    }
  }
}
