package org.countinghouse.server.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.banking.NewBankAccount;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.NewAccount;

/** Accounts of the British demo company that nobody else uses, and what their bank sends. */
public final class BankDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final Actor TREASURER = Actor.of("treasurer");

  private final ChartOfAccounts chart;
  private final BankAccounts accounts;
  private final Path folder;

  /** A bank that drops its files below this folder. */
  public BankDesk(ChartOfAccounts chart, BankAccounts accounts, Path exchange) {
    this.chart = chart;
    this.accounts = accounts;
    this.folder = exchange.resolve("HBUK/in/bank-statements");
  }

  /** Opens an account in pounds. */
  public BankAccount open(UUID organizationId, String code, String iban, String ledgerAccount) {
    chart.create(
        organizationId,
        List.of(NewAccount.of(ledgerAccount, "Bank " + code, AccountType.ASSET)),
        TREASURER);
    return accounts.create(
        organizationId,
        new NewBankAccount(
            code,
            "Account of " + code,
            "Harbour Trading Ltd",
            AccountNumber.parse(iban),
            null,
            Currency.getInstance("GBP"),
            ledgerAccount,
            null,
            List.of()),
        TREASURER);
  }

  /**
   * A statement (MT940) of these entries, texts by amounts.
   *
   * @param closing what it says stands on the account afterwards
   */
  public static String statement(
      String iban,
      int number,
      LocalDate day,
      String opening,
      Map<String, String> entries,
      String closing) {
    var text =
        new StringBuilder(":20:ST%d\r\n:25:%s\r\n:28C:%d/1\r\n".formatted(number, iban, number))
            .append(":60F:")
            .append(balance(day, opening));
    entries.forEach(
        (amount, said) ->
            text.append(":61:")
                .append(DAY.format(day))
                .append(amount.startsWith("-") ? "D" : "C")
                .append(plain(amount))
                .append("NTRFNONREF\r\n:86:")
                .append(said)
                .append("\r\n"));
    return text.append(":62F:").append(balance(day, closing)).append("-\r\n").toString();
  }

  /** Drops a file of statements as the bank's software does. */
  public void drop(String name, String content) {
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder));
    try {
      Path partial = folder.resolve(name + ".part");
      Files.writeString(partial, content, StandardCharsets.US_ASCII);
      Files.move(partial, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String balance(LocalDate day, String amount) {
    return (amount.startsWith("-") ? "D" : "C") + DAY.format(day) + "GBP" + plain(amount) + "\r\n";
  }

  private static String plain(String amount) {
    return new BigDecimal(amount).abs().setScale(2).toPlainString().replace('.', ',');
  }
}
