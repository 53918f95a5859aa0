package org.countinghouse.server.api.journals;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.documents.Documents;
import org.countinghouse.journals.JournalFiles;
import org.countinghouse.journals.JournalTemplates;
import org.countinghouse.journals.JournalWorkbook;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.countinghouse.server.api.journals.JournalViews.AccountOption;
import org.countinghouse.server.api.journals.JournalViews.FileView;
import org.countinghouse.server.api.journals.JournalViews.Options;
import org.countinghouse.server.api.journals.JournalViews.TaxOption;
import org.countinghouse.server.api.journals.JournalViews.TemplateView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.tax.TaxCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person needs to enter a journal: accounts to choose, a workbook to fill in, an upload. */
@RestController
@RequestMapping("/api/ledger/manual-journals")
class JournalEntryController {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final JournalFiles files;
  private final JournalTemplates templates;
  private final Documents documents;
  private final Organizations organizations;
  private final ChartOfAccounts chart;
  private final TaxCodes taxCodes;

  JournalEntryController(
      JournalFiles files,
      JournalTemplates templates,
      Documents documents,
      Organizations organizations,
      ChartOfAccounts chart,
      TaxCodes taxCodes) {
    this.files = files;
    this.templates = templates;
    this.documents = documents;
    this.organizations = organizations;
    this.chart = chart;
    this.taxCodes = taxCodes;
  }

  /** What lines can be made of. */
  @GetMapping("/options")
  Options options(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.PREPARE);
    return new Options(
        where.baseCurrency().getCurrencyCode(),
        postable(where).stream().map(AccountOption::of).toList(),
        organizations.costCentres(where.id()),
        organizations.projects(where.id()).stream().filter(Project::open).toList(),
        taxCodes.list(where.id()).stream()
            .map(code -> new TaxOption(code.code(), code.name()))
            .toList(),
        templates.list(where.id()).stream().map(TemplateView::of).toList());
  }

  /** An empty workbook to fill in and upload, with the accounts on its second sheet. */
  @GetMapping("/workbook")
  ResponseEntity<byte[]> workbook(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.PREPARE);
    byte[] content = JournalWorkbook.empty(where, postable(where));
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("journal-" + where.code() + ".xlsx")
                .build()
                .toString())
        .body(content);
  }

  /**
   * Keeps an uploaded file and says what it holds and what is wrong with it, row by row. Nothing is
   * entered by that: the lines are handed in with the journal.
   *
   * @param name what to call it
   * @param postingDate for files that say no date
   */
  @PostMapping(path = "/files", consumes = MediaType.ALL_VALUE)
  FileView upload(
      @RequestParam String organization,
      @RequestParam @Size(min = 1, max = 255) String name,
      @RequestParam(required = false) @Nullable LocalDate postingDate,
      @RequestHeader(name = "Content-Type", defaultValue = "application/octet-stream") String type,
      @RequestBody byte[] content,
      Caller caller) {
    Organization where = caller.organization(organization, ManualJournalController.PREPARE);
    JournalFiles.Preview preview = files.preview(where.id(), content, postingDate, name);
    return FileView.of(documents.store(where.id(), name, type, content).id(), preview);
  }

  private List<Account> postable(Organization where) {
    return chart.accounts(where.id()).stream()
        .filter(account -> account.active() && account.postable())
        .filter(account -> account.controlledBy() == null)
        .toList();
  }
}
