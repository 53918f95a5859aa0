package org.countinghouse.server.api.banking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.Entry;
import org.countinghouse.banking.Statement;
import org.countinghouse.banking.StatementFilter;
import org.countinghouse.banking.StatementOutcome;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What banks sent, and what is done about what is held. Statements come in by their channel. */
@RestController
@RequestMapping("/api/banking/statements")
class BankStatementController {

  private static final String READ = "banking.statement:read";
  private static final String RELEASE = "banking.statement:release";

  private final BankStatements statements;
  private final BankAccounts accounts;

  BankStatementController(BankStatements statements, BankAccounts accounts) {
    this.statements = statements;
    this.accounts = accounts;
  }

  /** Why. */
  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** Statements, the latest received first. */
  @GetMapping
  List<Statement> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) Statement.@Nullable State state,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    UUID of = account == null ? null : accounts.require(where.id(), account).id();
    return statements.list(new StatementFilter(where.id(), of, state, limit));
  }

  /** One statement. */
  @GetMapping("/{id}")
  Statement show(@PathVariable UUID id, Caller caller) {
    return permitted(id, READ, caller);
  }

  /** Its entries that were new with it. */
  @GetMapping("/{id}/entries")
  List<Entry> entries(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "200") int limit,
      Caller caller) {
    permitted(id, READ, caller);
    return statements.entries(id, after, limit);
  }

  /** Looks at a held statement again. */
  @PostMapping("/{id}/retries")
  List<StatementOutcome> retry(@PathVariable UUID id, Caller caller) {
    permitted(id, RELEASE, caller);
    return statements.retry(id, caller.actor());
  }

  /** Books a held statement in spite of a number left out or missing balances. */
  @PostMapping("/{id}/releases")
  List<StatementOutcome> release(
      @PathVariable UUID id, @RequestBody @Valid Reason body, Caller caller) {
    permitted(id, RELEASE, caller);
    return statements.release(id, body.reason(), caller.actor());
  }

  /** Puts a held statement aside for good. */
  @PostMapping("/{id}/drops")
  Statement drop(@PathVariable UUID id, @RequestBody @Valid Reason body, Caller caller) {
    permitted(id, RELEASE, caller);
    return statements.drop(id, body.reason(), caller.actor());
  }

  private Statement permitted(UUID id, String permission, Caller caller) {
    Statement statement = statements.require(id);
    caller.require(permission, statement.organizationId());
    return statement;
  }
}
