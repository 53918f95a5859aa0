package org.countinghouse.banking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryBatch;
import org.countinghouse.banking.Surveyed.Booking;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends the new entries of one statement to the database as they are read. The account numbers of
 * others are encrypted on the way and masked where a text repeats them.
 */
final class EntryCopy implements AutoCloseable {

  private static final String TARGET =
      """
      copy finance.bank_entries (id, organization_id, statement_id, bank_account_id, position, part,
        booked_on, value_on, amount, total, currency, occurrence, charge, code, bank_reference,
        end_to_end_id, batch_id, counterparty_name, counterparty_account, counterparty_key, remittance,
        charges, original_amount, original_currency, return_code) from stdin""";

  private static final int SEND_CHARS = 64 * 1024;

  private final CopyIn copy;
  private final CopyText text = new CopyText();
  private final FieldCipher cipher;
  private final UUID organizationId;
  private final UUID statementId;
  private final UUID bankAccountId;
  private final Map<Booking, Integer> skip;
  private final Map<Booking, Integer> occurrences;
  private int entries;
  private int rows;
  private BigDecimal credits = BigDecimal.ZERO;
  private BigDecimal debits = BigDecimal.ZERO;

  /**
   * @param skip of each booking, how many of the statement's are known and left out
   * @param kept of each booking, how many are kept already
   */
  EntryCopy(
      Connection connection,
      FieldCipher cipher,
      Statement statement,
      Map<Booking, Integer> skip,
      Map<Booking, Integer> kept)
      throws SQLException {
    this.cipher = cipher;
    this.organizationId = statement.organizationId();
    this.statementId = statement.id();
    this.bankAccountId = Objects.requireNonNull(statement.bankAccountId());
    this.skip = new HashMap<>(skip);
    this.occurrences = new HashMap<>(kept);
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(TARGET);
  }

  /** How many entries were new. */
  int entries() {
    return entries;
  }

  /** How many rows they made: one for each payment the bank lists. */
  int rows() {
    return rows;
  }

  /** What the new entries change the balance by. */
  BigDecimal movement() {
    return credits.subtract(debits);
  }

  void add(BankEntry entry) {
    if (!entry.isBooked()) {
      return;
    }
    var booking = new Booking(entry.bookedOn(), entry.amount().amount());
    Integer known = skip.get(booking);
    if (known != null && known > 0) {
      skip.put(booking, known - 1);
      return;
    }
    int occurrence = occurrences.merge(booking, 1, Integer::sum);
    entries++;
    if (entry.amount().isNegative()) {
      debits = debits.subtract(entry.amount().amount());
    } else {
      credits = credits.add(entry.amount().amount());
    }
    List<BankTransaction> parts = entry.parts();
    if (parts.size() > 1 && sumsUp(entry, parts)) {
      for (int i = 0; i < parts.size(); i++) {
        Money amount = Objects.requireNonNull(parts.get(i).amount());
        row(entry, parts.get(i), i + 1, amount.amount(), occurrence);
      }
    } else {
      row(entry, parts.get(0), 0, entry.amount().amount(), occurrence);
    }
    if (text.length() >= SEND_CHARS) {
      send();
    }
  }

  /** Ends the copy. */
  void finish() {
    send();
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException("entries of statement %s".formatted(statementId), e);
    }
  }

  /** Only where every payment's share is known can the entry be taken apart. */
  private static boolean sumsUp(BankEntry entry, List<BankTransaction> parts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BankTransaction part : parts) {
      Money amount = part.amount();
      if (amount == null || !amount.currency().equals(entry.amount().currency())) {
        return false;
      }
      sum = sum.add(amount.amount());
    }
    return sum.compareTo(entry.amount().amount()) == 0;
  }

  private void row(
      BankEntry entry, BankTransaction payment, int part, BigDecimal amount, int occurrence) {
    LocalDate value = entry.valueOn();
    rows++;
    text.field(Ids.next().toString()).field(organizationId.toString());
    text.field(statementId.toString()).field(bankAccountId.toString());
    text.field(Integer.toString(entry.position())).field(Integer.toString(part));
    text.field(entry.bookedOn().toString());
    text.field((value == null ? entry.bookedOn() : value).toString());
    text.field(amount.toPlainString()).field(entry.amount().amount().toPlainString());
    text.field(entry.amount().currency().getCurrencyCode());
    text.field(Integer.toString(occurrence)).field(entry.isBankCharge() ? "t" : "f");
    text.field(entry.code());
    String bankReference = payment.references().bankReference();
    text.field(bankReference == null ? entry.bankReference() : bankReference);
    text.field(payment.references().endToEndId());
    text.field(batch(entry, payment));
    text.field(payment.counterparty().name());
    counterparty(payment.counterparty().account());
    text.field(EntryTexts.of(entry, payment));
    money(entry, payment);
    text.end(payment.returned() == null ? null : payment.returned().code());
  }

  private void counterparty(@Nullable String account) {
    if (account == null || account.isBlank()) {
      text.field(null).field(null);
      return;
    }
    AccountNumber number = AccountNumber.lenient(account);
    text.field(cipher.encrypt(organizationId, number.value()));
    text.field(cipher.fingerprint(organizationId, number.identity()));
  }

  private void money(BankEntry entry, BankTransaction payment) {
    Money charges = payment.charges() == null ? entry.charges() : payment.charges();
    boolean own = charges != null && charges.currency().equals(entry.amount().currency());
    text.field(own && charges != null ? charges.amount().toPlainString() : null);
    Money original = payment.original();
    text.field(original == null ? null : original.amount().toPlainString());
    text.field(original == null ? null : original.currency().getCurrencyCode());
  }

  private static @Nullable String batch(BankEntry entry, BankTransaction payment) {
    EntryBatch batch = entry.batch();
    if (batch != null && batch.paymentInformationId() != null) {
      return batch.paymentInformationId();
    }
    if (payment.references().paymentInformationId() != null) {
      return payment.references().paymentInformationId();
    }
    return batch == null ? payment.references().messageId() : batch.messageId();
  }

  private void send() {
    byte[] bytes = text.taken().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
