package org.countinghouse.banking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementOptions;
import org.countinghouse.banking.BankStatementMapper.EntryRow;
import org.countinghouse.banking.BankStatementMapper.Row;
import org.countinghouse.banking.StatementIntake.Judged;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements and entries as rows, and back. */
@Component
class StatementRows {

  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private final FieldCipher cipher;
  private final ObjectMapper json;

  StatementRows(FieldCipher cipher, ObjectMapper json) {
    this.cipher = cipher;
    this.json = json;
  }

  /** A statement that just came in, nothing of it booked. */
  Row held(StatementDelivery delivery, Judged judged, UUID id, Actor by, Instant now) {
    Surveyed read = judged.statement();
    BankStatement statement = read.statement();
    StatementHeader header = statement.header();
    BankAccount account = judged.account();
    Currency currency = read.opening().map(Money::currency).orElse(statement.currency());
    return new Row(
        id,
        delivery.organizationId(),
        account == null ? null : account.id(),
        judged.shown(),
        "HELD",
        header.format().name(),
        header.version(),
        header.name().replace(String.valueOf(header.account()), judged.shown()),
        header.sequence(),
        read.from(),
        read.to(),
        amount(judged.verdict().opening(), read.opening().orElse(null)),
        amount(judged.verdict().closing(), read.closing().orElse(null)),
        currency == null ? null : currency.getCurrencyCode(),
        statement.totals().credits(),
        statement.totals().debits(),
        statement.totals().entries(),
        0,
        write(judged.verdict().findings()),
        judged.contentKey(),
        delivery.documentId(),
        read.place(),
        by.username(),
        now,
        null,
        null,
        null);
  }

  private static @Nullable BigDecimal amount(@Nullable Money judged, @Nullable Money stated) {
    Money known = judged == null ? stated : judged;
    return known == null ? null : known.amount();
  }

  /** The same as booked, its new entries counted. */
  static Row counted(Row row, Judged judged) {
    int known = judged.verdict().known().values().stream().mapToInt(Integer::intValue).sum();
    int added = judged.statement().days().size() - known;
    return with(
        row, "BOOKED", added, row.findings(), row.settledBy(), row.settledAt(), row.reason());
  }

  /** The same with what is known of a person's decision. */
  static Row settled(Row row, Row before, @Nullable String reason, Actor by, Instant now) {
    boolean byHand = reason != null;
    return with(
        row,
        row.state(),
        0,
        row.findings().equals("[]") ? before.findings() : row.findings(),
        byHand ? by.username() : null,
        byHand ? now : null,
        reason);
  }

  /** The same, put aside. */
  static Row dropped(Row row, String reason, Actor by, Instant now) {
    return with(row, "DROPPED", 0, row.findings(), by.username(), now, reason);
  }

  private static Row with(
      Row row,
      String state,
      int added,
      String findings,
      @Nullable String settledBy,
      @Nullable Instant settledAt,
      @Nullable String reason) {
    return new Row(
        row.id(),
        row.organizationId(),
        row.bankAccountId(),
        row.accountShown(),
        state,
        row.format(),
        row.version(),
        row.name(),
        row.sequence(),
        row.fromOn(),
        row.toOn(),
        row.opening(),
        row.closing(),
        row.currency(),
        row.credits(),
        row.debits(),
        row.entries(),
        added,
        findings,
        row.contentKey(),
        row.documentId(),
        row.place(),
        row.receivedBy(),
        row.receivedAt(),
        settledBy,
        settledAt,
        reason);
  }

  Statement value(Row row) {
    String currency = row.currency();
    return new Statement(
        row.id(),
        row.organizationId(),
        row.bankAccountId(),
        row.accountShown(),
        Statement.State.valueOf(row.state()),
        row.format(),
        row.version(),
        row.name(),
        row.sequence(),
        row.fromOn(),
        row.toOn(),
        row.opening(),
        row.closing(),
        currency == null ? null : Currency.getInstance(currency),
        row.credits(),
        row.debits(),
        row.entries(),
        row.newEntries(),
        findings(row.findings()),
        row.documentId(),
        row.place(),
        row.receivedBy(),
        row.receivedAt(),
        row.settledBy(),
        row.settledAt(),
        row.reason());
  }

  Entry entry(EntryRow row) {
    Currency currency = Currency.getInstance(row.currency());
    String account = row.counterpartyAccount();
    BigDecimal charges = row.charges();
    BigDecimal original = row.originalAmount();
    return new Entry(
        row.id(),
        row.organizationId(),
        row.statementId(),
        row.bankAccountId(),
        row.position(),
        row.part(),
        row.bookedOn(),
        row.valueOn(),
        new Money(row.amount(), currency),
        row.charge(),
        row.code(),
        row.bankReference(),
        row.endToEndId(),
        row.batchId(),
        row.counterpartyName(),
        account == null
            ? null
            : AccountNumber.masked(cipher.decrypt(row.organizationId(), account)),
        row.remittance(),
        charges == null ? null : new Money(charges, currency),
        original == null
            ? null
            : new Money(original, Currency.getInstance(String.valueOf(row.originalCurrency()))),
        row.returnCode());
  }

  List<Finding> findings(String text) {
    try {
      return json.readValue(text, FINDINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings of a statement", e);
    }
  }

  StatementOptions options(String options) {
    try {
      return json.readValue(options, StatementOptions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options of a statement", e);
    }
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
