package org.countinghouse.server.api.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The chart of accounts: country charts to begin with, accounts of one's own, purposes. */
@RestController
@RequestMapping("/api/ledger")
class ChartController {

  private static final String READ = "ledger.account:read";
  private static final String MANAGE = "ledger.account:manage";

  private final ChartOfAccounts chart;
  private final ChartTemplates templates;

  ChartController(ChartOfAccounts chart, ChartTemplates templates) {
    this.chart = chart;
    this.templates = templates;
  }

  /**
   * An account to add.
   *
   * @param postable absent: it takes postings; false: a heading
   * @param requiredDimensions {@code cost-centre}, {@code project}
   * @param controlledBy the only module that may post to it
   */
  record AccountRequest(
      @NotBlank String code,
      @NotBlank @Size(max = 200) String name,
      @NotNull AccountType type,
      @Nullable String parent,
      @Nullable Boolean postable,
      @Nullable Currency currency,
      @Nullable Set<String> requiredDimensions,
      @Nullable String controlledBy,
      @Nullable AccountPurpose purpose) {

    NewAccount wanted() {
      return new NewAccount(
          code,
          name,
          type,
          parent,
          postable == null || postable,
          currency,
          requiredDimensions == null ? Set.of() : requiredDimensions,
          controlledBy,
          purpose);
    }
  }

  /** What an account is to be called. */
  record NameRequest(@NotBlank @Size(max = 200) String name) {}

  /** Which country's chart, as listed under {@code chart-templates}. */
  record InstallationRequest(@NotBlank String template) {}

  /** Which account serves a purpose. */
  record PurposeRequest(@NotBlank String account) {}

  /**
   * A purpose.
   *
   * @param account the account that serves it, if one was named
   * @param types what type of account can
   */
  record PurposeView(AccountPurpose purpose, @Nullable Account account, Set<AccountType> types) {}

  /** The chart of accounts, by code. */
  @GetMapping("/accounts")
  List<Account> accounts(@RequestParam String organization, Caller caller) {
    return chart.accounts(caller.organization(organization, READ).id());
  }

  /** Adds accounts, headings before what stands below them; all or none. */
  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  List<Account> create(
      @RequestParam String organization,
      @RequestBody @Valid @NotNull @Size(min = 1, max = 5000)
          List<@Valid @NotNull AccountRequest> wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return chart.create(
        where.id(), wanted.stream().map(AccountRequest::wanted).toList(), caller.actor());
  }

  /**
   * Adds the accounts of a CSV file or workbook, in the columns of the country charts.
   *
   * @param name what the file is called
   */
  @PostMapping(path = "/account-imports", consumes = MediaType.ALL_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  List<Account> add(
      @RequestParam String organization,
      @RequestParam @Size(max = 255) String name,
      @RequestBody byte[] content,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return templates.add(where.id(), name, content, caller.actor());
  }

  /** Changes what an account is called. */
  @PutMapping("/accounts/{code}/name")
  Account rename(
      @PathVariable String code,
      @RequestParam String organization,
      @RequestBody @Valid NameRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return chart.rename(where.id(), code, wanted.name(), caller.actor());
  }

  /** Stops new postings to an account. */
  @PutMapping("/accounts/{code}/deactivation")
  Account deactivate(@PathVariable String code, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    chart.deactivate(where.id(), code, caller.actor());
    return chart.require(where.id(), code);
  }

  /** Lets an account take postings again. */
  @DeleteMapping("/accounts/{code}/deactivation")
  Account activate(@PathVariable String code, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    chart.activate(where.id(), code, caller.actor());
    return chart.require(where.id(), code);
  }

  /** The country charts that come with the product. */
  @GetMapping("/chart-templates")
  List<String> templates() {
    return templates.names();
  }

  /** Gives an organization without accounts a country's chart. */
  @PostMapping("/chart-installations")
  ResponseEntity<List<Account>> install(
      @RequestParam String organization,
      @RequestBody @Valid InstallationRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    List<Account> installed = templates.install(where.id(), wanted.template(), caller.actor());
    return ResponseEntity.created(URI.create("/api/ledger/accounts?organization=" + where.code()))
        .body(installed);
  }

  /** What the ledger needs accounts for, and which ones it uses. */
  @GetMapping("/account-purposes")
  List<PurposeView> purposes(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, READ);
    List<Account> accounts = chart.accounts(where.id());
    return List.of(AccountPurpose.values()).stream()
        .map(
            purpose ->
                new PurposeView(
                    purpose,
                    accounts.stream()
                        .filter(account -> account.purpose() == purpose)
                        .findFirst()
                        .orElse(null),
                    purpose.types()))
        .toList();
  }

  /** Names the account that serves a purpose from now on. */
  @PutMapping("/account-purposes/{purpose}")
  Account assign(
      @PathVariable AccountPurpose purpose,
      @RequestParam String organization,
      @RequestBody @Valid PurposeRequest wanted,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return chart.assign(where.id(), purpose, wanted.account(), caller.actor());
  }
}
