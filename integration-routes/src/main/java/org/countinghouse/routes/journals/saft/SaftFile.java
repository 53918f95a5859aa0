package org.countinghouse.routes.journals.saft;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.journals.BookingError;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * What a SAF-T Financial file says about the general ledger (OECD, "Guidance for the Standard Audit
 * File - Tax", and its national editions, which differ in namespace but not in these elements).
 *
 * @param currency of every amount that names none
 * @param stated totals as its header states them; null where it does not
 */
record SaftFile(
    String company,
    Currency currency,
    Totals stated,
    List<Account> accounts,
    List<Transaction> transactions) {

  /** Number of transactions, sum of debits and sum of credits. */
  record Totals(
      @Nullable BigDecimal entries, @Nullable BigDecimal debit, @Nullable BigDecimal credit) {}

  /** An account with its balances at both ends; debit positive. */
  record Account(String id, String description, BigDecimal opening, BigDecimal closing) {}

  /** A transaction; its id is unique within its journal. */
  record Transaction(
      String journal, String id, LocalDate date, String description, List<Line> lines) {

    /** What its debits are more than its credits. */
    BigDecimal balance() {
      return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * A line.
   *
   * @param amount in the file's currency; debit positive
   */
  record Line(String account, BigDecimal amount, @Nullable String text) {}

  static SaftFile read(XmlNode root, List<Finding> findings) {
    List<Account> accounts = new ArrayList<>();
    for (XmlNode node : root.all("MasterFiles", "GeneralLedgerAccounts", "Account")) {
      accounts.add(
          new Account(
              text(node, "AccountID"),
              text(node, "AccountDescription"),
              balance(node, "Opening", findings),
              balance(node, "Closing", findings)));
    }
    List<Transaction> transactions = new ArrayList<>();
    for (XmlNode journal : root.all("GeneralLedgerEntries", "Journal")) {
      for (XmlNode transaction : journal.all("Transaction")) {
        transactions.add(transaction(text(journal, "JournalID"), transaction, findings));
      }
    }
    String code = text(root, "Header", "DefaultCurrencyCode");
    Currency currency =
        Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getCurrencyCode().equals(code))
            .findFirst()
            .orElse(null);
    if (currency == null) {
      findings.add(BookingError.SAFT_VALUE.at("Header/DefaultCurrencyCode", code, "currency"));
      currency = Currency.getInstance("XXX");
    }
    return new SaftFile(
        text(root, "Header", "Company", "Name"),
        currency,
        new Totals(
            number(root, findings, "GeneralLedgerEntries", "NumberOfEntries"),
            number(root, findings, "GeneralLedgerEntries", "TotalDebit"),
            number(root, findings, "GeneralLedgerEntries", "TotalCredit")),
        accounts,
        transactions);
  }

  private static Transaction transaction(String journal, XmlNode node, List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    for (XmlNode line : node.all("Line")) {
      lines.add(line(line, findings));
    }
    // the OECD's editions after 2.0 keep debits and credits below one element
    for (XmlNode line : node.all("Lines", "DebitLine")) {
      lines.add(line(line, findings));
    }
    for (XmlNode line : node.all("Lines", "CreditLine")) {
      lines.add(line(line, findings));
    }
    return new Transaction(
        journal,
        text(node, "TransactionID"),
        date(node, findings),
        text(node, "Description"),
        List.copyOf(lines));
  }

  private static Line line(XmlNode node, List<Finding> findings) {
    BigDecimal debit = amount(node, "DebitAmount", findings);
    BigDecimal credit = amount(node, "CreditAmount", findings);
    String description = text(node, "Description");
    return new Line(
        text(node, "AccountID"),
        debit.subtract(credit),
        description.isEmpty() ? null : description);
  }

  /** The amount stands below the element, or in it. */
  private static BigDecimal amount(XmlNode node, String name, List<Finding> findings) {
    BigDecimal below = number(node, findings, name, "Amount");
    BigDecimal inside =
        below == null && node.first(name).isPresent() ? number(node, findings, name) : below;
    return inside == null ? BigDecimal.ZERO : inside;
  }

  private static BigDecimal balance(XmlNode node, String end, List<Finding> findings) {
    BigDecimal debit = number(node, findings, end + "DebitBalance");
    BigDecimal credit = number(node, findings, end + "CreditBalance");
    return (debit == null ? BigDecimal.ZERO : debit)
        .subtract(credit == null ? BigDecimal.ZERO : credit);
  }

  private static LocalDate date(XmlNode node, List<Finding> findings) {
    String posted = text(node, "GLPostingDate");
    String written = posted.isEmpty() ? text(node, "TransactionDate") : posted;
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException e) {
      findings.add(BookingError.SAFT_VALUE.at(node.path(), written, "date"));
      return LocalDate.EPOCH;
    }
  }

  private static @Nullable BigDecimal number(XmlNode node, List<Finding> findings, String... path) {
    String written = text(node, path);
    if (written.isEmpty()) {
      return null;
    }
    if (!written.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
      findings.add(
          BookingError.SAFT_VALUE.at(
              node.path() + "/" + String.join("/", path), written, "number"));
      return null;
    }
    return new BigDecimal(written);
  }

  private static String text(XmlNode node, String... path) {
    String text = node.text(path);
    return text == null ? "" : text.strip();
  }
}
