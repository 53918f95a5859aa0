package org.countinghouse.server.api.banking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.NewBankAccount;
import org.countinghouse.banking.Position;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Our accounts at banks. */
@RestController
@RequestMapping("/api/banking/accounts")
class BankAccountController {

  private static final String READ = "banking.account:read";
  private static final String READ_NUMBER = "banking.account:read-number";
  private static final String MANAGE = "banking.account:manage";

  private final BankAccounts accounts;
  private final BankStatements statements;

  BankAccountController(BankAccounts accounts, BankStatements statements) {
    this.accounts = accounts;
    this.statements = statements;
  }

  /**
   * An account as it is shown.
   *
   * @param number in full for who may see it, else its ends
   * @param balance by the last statement; null before the first
   * @param balanceOn the last day that is known
   */
  record AccountView(
      UUID id,
      String code,
      String name,
      String holder,
      String number,
      @Nullable String bic,
      String currency,
      String ledgerAccount,
      String transitAccount,
      List<String> aliases,
      @Nullable LocalDate closedOn,
      @Nullable BigDecimal balance,
      @Nullable LocalDate balanceOn) {}

  /** An account to be entered; see {@link NewBankAccount}. */
  record AccountBody(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 140) String holder,
      @NotBlank @Size(max = 50) String number,
      @Nullable String bic,
      @NotBlank @Size(min = 3, max = 3) String currency,
      @NotBlank String ledgerAccount,
      @Nullable String transitAccount,
      @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> aliases) {}

  /** What of an account can change. */
  record ChangeBody(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 140) String holder,
      @Nullable String bic,
      @NotBlank String transitAccount,
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> aliases) {}

  /** All accounts by code, closed ones included. */
  @GetMapping
  List<AccountView> list(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, READ);
    return accounts.list(where.id()).stream().map(account -> view(account, caller)).toList();
  }

  /** Enters an account. */
  @PostMapping
  ResponseEntity<AccountView> create(
      @RequestParam String organization, @RequestBody @Valid AccountBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    String bic = body.bic();
    List<String> aliases = body.aliases();
    BankAccount made =
        accounts.create(
            where.id(),
            new NewBankAccount(
                body.code(),
                body.name(),
                body.holder(),
                AccountNumber.parse(body.number()),
                bic == null || bic.isBlank() ? null : new Bic(bic),
                Currency.getInstance(body.currency()),
                body.ledgerAccount(),
                body.transitAccount(),
                aliases == null ? List.of() : aliases),
            caller.actor());
    return ResponseEntity.created(URI.create("/api/banking/accounts/" + made.id()))
        .body(view(made, caller));
  }

  /** One account. */
  @GetMapping("/{id}")
  AccountView show(@PathVariable UUID id, Caller caller) {
    return view(permitted(id, READ, caller), caller);
  }

  /** Changes what can change. */
  @PutMapping("/{id}")
  AccountView change(@PathVariable UUID id, @RequestBody @Valid ChangeBody body, Caller caller) {
    permitted(id, MANAGE, caller);
    String bic = body.bic();
    return view(
        accounts.change(
            id,
            body.name(),
            body.holder(),
            bic == null || bic.isBlank() ? null : new Bic(bic),
            body.transitAccount(),
            body.aliases(),
            caller.actor()),
        caller);
  }

  /** Takes an account out of use. */
  @PostMapping("/{id}/closings")
  AccountView close(@PathVariable UUID id, Caller caller) {
    permitted(id, MANAGE, caller);
    return view(accounts.close(id, caller.actor()), caller);
  }

  private BankAccount permitted(UUID id, String permission, Caller caller) {
    BankAccount account = accounts.require(id);
    caller.require(permission, account.organizationId());
    return account;
  }

  private AccountView view(BankAccount account, Caller caller) {
    boolean full = caller.isPermitted(READ_NUMBER, account.organizationId());
    Bic bic = account.bic();
    Position position = statements.position(account).orElse(null);
    return new AccountView(
        account.id(),
        account.code(),
        account.name(),
        account.holder(),
        full ? account.number().value() : account.number().masked(),
        bic == null ? null : bic.value(),
        account.currency().getCurrencyCode(),
        account.ledgerAccount(),
        account.transitAccount(),
        full ? account.aliases() : List.of(),
        account.closedOn(),
        position == null ? null : position.balance().amount(),
        position == null ? null : position.lastDay());
  }
}
