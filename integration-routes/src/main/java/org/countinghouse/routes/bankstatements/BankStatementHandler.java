package org.countinghouse.routes.bankstatements;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementFiles;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.StatementDelivery;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/**
 * Hands a file of statements to banking, which reads it once, entry by entry, in the transaction
 * that keeps them: a file of a hundred thousand entries is neither held in memory nor read twice.
 *
 * <p>A table says nothing of its account: its file name begins with the account's code.
 */
@Component
class BankStatementHandler implements DocumentHandler<StatementFormat> {

  /** The channel of statements: also the drop folder's name. */
  static final String CHANNEL = "bank-statements";

  private static final String STATEMENT = "banking.statement";

  private final BankStatements statements;
  private final BankAccounts accounts;
  private final Organizations organizations;

  BankStatementHandler(
      BankStatements statements, BankAccounts accounts, Organizations organizations) {
    this.statements = statements;
    this.accounts = accounts;
    this.organizations = organizations;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return format(document).isPresent();
  }

  /** The format only: what the file says is judged statement by statement when it is applied. */
  @Override
  public Reading<StatementFormat> read(IncomingDocument document) {
    return format(document)
        .map(format -> Reading.of(format, "", List.of()))
        .orElseGet(() -> Reading.refused(BankFileError.FORMAT_UNKNOWN.at("", document.name())));
  }

  @Override
  public Outcome apply(IncomingDocument document, StatementFormat format) {
    UUID organization = document.organizationId();
    var delivery =
        new StatementDelivery(
            organization, document.documentId(), format, options(organization, document.name()));
    return StatementReport.of(
        format, statements.receive(delivery, Actor.system("inbox")), STATEMENT);
  }

  private static Optional<StatementFormat> format(IncomingDocument document) {
    return StatementFiles.formatOf(document.head(StatementFiles.HEAD_BYTES), document.name());
  }

  /** What the file does not say: the account its name begins with, and how dates are written. */
  private StatementOptions options(UUID organization, String name) {
    boolean monthFirst = organizations.byId(organization).country().equals("US");
    return accounts.list(organization).stream()
        .filter(account -> isNamedAfter(account, name))
        .max(Comparator.comparing(account -> account.code().length()))
        .map(
            account ->
                new StatementOptions(account.number().value(), account.currency(), monthFirst))
        .orElseGet(() -> new StatementOptions(null, null, monthFirst));
  }

  /** {@code OPERATING}: operating.csv, Operating-2026-03.csv, but not operating2.csv. */
  private static boolean isNamedAfter(BankAccount account, String name) {
    String code = Pattern.quote(account.code().toLowerCase(Locale.ROOT));
    return name.toLowerCase(Locale.ROOT).matches(code + "([^\\p{Alnum}].*)?");
  }
}
