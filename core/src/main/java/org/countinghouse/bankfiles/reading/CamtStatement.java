package org.countinghouse.bankfiles.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.bankfiles.Balance;
import org.countinghouse.bankfiles.BankFileError;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementKind;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** One statement, report or notification of a camt message. */
final class CamtStatement {

  private final StatementKind kind;
  private final String version;
  private final @Nullable String messageId;
  private final @Nullable LocalDate messageDay;
  private final StatementOptions options;

  /** What stands before the entries; entries themselves are never kept. */
  private final XmlElement head = new XmlElement("Stmt", 0);

  private @Nullable StatementBuilder builder;
  private @Nullable XmlElement summary;
  private @Nullable LocalDate fallbackDay;

  CamtStatement(
      StatementKind kind,
      String version,
      @Nullable String messageId,
      @Nullable LocalDate messageDay,
      StatementOptions options) {
    this.kind = kind;
    this.version = version;
    this.messageId = messageId;
    this.messageDay = messageDay;
    this.options = options;
  }

  void read(XmlPull xml, StatementSink sink) throws IOException {
    while (xml.nextChild()) {
      switch (xml.name()) {
        case "Ntry" -> {
          StatementBuilder begun = begun(sink);
          begun.entry(CamtEntry.read(xml, begun.nextPosition(), fallbackDay));
        }
        case "TxsSummry" -> summary = xml.element();
        default -> head.add(xml.element());
      }
    }
    StatementBuilder begun = begun(sink);
    checkSummary(begun);
    begun.end(true);
  }

  private StatementBuilder begun(StatementSink sink) {
    if (builder == null) {
      StatementHeader header = header();
      builder = new StatementBuilder(header, sink);
      List<XmlElement> balances = new ArrayList<>();
      head.each("Bal", balances::add);
      Balance opening = balance(balances, "OPBD", "PRCD");
      Balance closing = balance(balances, "CLBD");
      if (opening != null) {
        builder.opening(opening);
      }
      if (closing != null) {
        builder.closing(closing);
      }
      fallbackDay = closing != null && closing.on() != null ? closing.on() : header.to();
      if (fallbackDay == null) {
        fallbackDay = header.createdAt() == null ? messageDay : header.createdAt().toLocalDate();
      }
    }
    return builder;
  }

  private StatementHeader header() {
    XmlElement account = head.child("Acct");
    String number = null;
    String currency = null;
    String servicer = null;
    if (account != null) {
      number = CamtParties.account(account);
      currency = account.text("Ccy");
      servicer = CamtParties.bank(account.child("Svcr"));
    }
    String created = head.text("CreDtTm");
    return new StatementHeader(
        StatementFormat.CAMT,
        version,
        kind,
        messageId,
        head.text("Id"),
        sequence(),
        page(),
        number == null ? options.account() : number,
        servicer,
        currency == null ? options.currency() : Values.currency(currency, head.place()),
        day("FrDtTm", "FrDt"),
        day("ToDtTm", "ToDt"),
        Values.moment(created));
  }

  /** The electronic number, else the legal one; both count statements. */
  private @Nullable Long sequence() {
    String electronic = head.text("ElctrncSeqNb");
    String number = electronic == null ? head.text("LglSeqNb") : electronic;
    return number == null ? null : Long.valueOf(number(number, "[0-9]{1,18}"));
  }

  private @Nullable Integer page() {
    String page = head.text("StmtPgntn", "PgNb");
    return page == null ? null : Integer.valueOf(number(page, "[0-9]{1,5}"));
  }

  private String number(String text, String pattern) {
    if (!text.matches(pattern)) {
      throw BankFileError.VALUE.refusing(head.place(), Values.shown(text), "a number");
    }
    return text;
  }

  private @Nullable LocalDate day(String moment, String day) {
    String text = head.text("FrToDt", moment);
    String written = text == null ? head.text("FrToDt", day) : text;
    return written == null ? null : Values.day(written, head.place());
  }

  /**
   * The balance of the first of these codes that is stated. Of a statement in parts, the interim
   * one at its beginning (first) or end (last).
   */
  private static @Nullable Balance balance(List<XmlElement> balances, String... codes) {
    for (String code : codes) {
      XmlElement found = null;
      for (XmlElement balance : balances) {
        boolean later = found != null && !code.equals("CLBD");
        if (code.equals(balance.text("Tp", "CdOrPrtry", "Cd")) && !later) {
          found = balance;
        }
      }
      if (found != null) {
        return balance(found);
      }
    }
    return null;
  }

  private static Balance balance(XmlElement balance) {
    Money amount = CamtEntry.amount(CamtEntry.required(balance, "Amt"));
    String day = balance.text("Dt", "Dt");
    String written = day == null ? balance.text("Dt", "DtTm") : day;
    return new Balance(
        CamtEntry.isCredit(balance) ? amount : amount.negated(),
        written == null ? null : Values.day(written, balance.place()));
  }

  /** Banks sum up either all entries or the booked ones: only what fits neither is found. */
  private void checkSummary(StatementBuilder begun) {
    if (summary == null) {
      return;
    }
    String entries = summary.text("TtlNtries", "NbOfNtries");
    if (entries != null
        && entries.matches("[0-9]{1,9}")
        && Integer.parseInt(entries) != begun.booked()) {
      begun.control("The number of entries", Integer.valueOf(entries), begun.entries());
    }
    if (begun.booked() == begun.entries()) {
      begun.control("The sum of credits", sum(summary, "TtlCdtNtries"), begun.credits());
      begun.control("The sum of debits", sum(summary, "TtlDbtNtries"), begun.debits());
    }
  }

  private static @Nullable BigDecimal sum(XmlElement summary, String name) {
    XmlElement sum = summary.find(name, "Sum");
    return sum == null ? null : Values.decimal(sum.text(), sum.place());
  }

  /** The currency of an amount's attribute. */
  static Currency currency(XmlElement amount) {
    String code = amount.currency();
    if (code == null) {
      throw BankFileError.MISSING.refusing(amount.place(), "The currency of " + amount.name());
    }
    return Values.currency(code, amount.place());
  }
}
