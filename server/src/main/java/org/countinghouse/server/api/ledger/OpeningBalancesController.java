package org.countinghouse.server.api.ledger;

import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.ledger.OpeningBalances;
import org.countinghouse.ledger.OpeningBalances.Preview;
import org.countinghouse.ledger.OpeningBalances.Request;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Balances taken over from another system: the trial balance it printed, as CSV or Excel workbook.
 */
@RestController
@RequestMapping("/api/ledger/opening-balances")
class OpeningBalancesController {

  private static final String IMPORT = "ledger.opening-balance:import";

  private final OpeningBalances openings;
  private final Documents documents;
  private final TransactionTemplate transaction;

  OpeningBalancesController(
      OpeningBalances openings, Documents documents, TransactionTemplate transaction) {
    this.openings = openings;
    this.documents = documents;
    this.transaction = transaction;
  }

  /** The journal a file became, and the file as it is kept. */
  record TakenOver(PostedJournal journal, Document document) {}

  /**
   * Tells what a file would do and everything that is wrong with it.
   *
   * @param date of the balances in these books
   * @param name what the file is called
   * @param controlAccounts whether sums of control accounts are taken over too
   */
  @PostMapping(path = "/previews", consumes = MediaType.ALL_VALUE)
  Preview preview(
      @RequestParam String organization,
      @RequestParam LocalDate date,
      @RequestParam @Size(max = 255) String name,
      @RequestParam(defaultValue = "false") boolean controlAccounts,
      @RequestBody byte[] content,
      Caller caller) {
    Organization where = caller.organization(organization, IMPORT);
    return openings.preview(new Request(where.id(), date, name, content, controlAccounts));
  }

  /** Posts a file as one journal and keeps it; parameters as for a preview. */
  @PostMapping(consumes = MediaType.ALL_VALUE)
  ResponseEntity<TakenOver> post(
      @RequestParam String organization,
      @RequestParam LocalDate date,
      @RequestParam @Size(max = 255) String name,
      @RequestParam(defaultValue = "false") boolean controlAccounts,
      @RequestHeader(name = "Content-Type", defaultValue = "application/octet-stream") String type,
      @RequestBody byte[] content,
      Caller caller) {
    Organization where = caller.organization(organization, IMPORT);
    var request = new Request(where.id(), date, name, content, controlAccounts);
    TakenOver done =
        transaction.execute(
            status -> {
              PostedJournal journal = openings.post(request, caller.actor());
              return new TakenOver(journal, documents.store(where.id(), name, type, content));
            });
    return ResponseEntity.created(URI.create("/api/ledger/journals/" + done.journal().id()))
        .body(done);
  }
}
