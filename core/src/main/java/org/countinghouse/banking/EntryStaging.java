package org.countinghouse.banking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.BankTransaction;
import org.countinghouse.bankfiles.EntryBatch;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.bankfiles.StatementSink;
import org.countinghouse.banking.Surveyed.Booking;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Reads a file of statements once: entries go to a table of this transaction as they are read, days
 * and amounts are kept to decide by. The account numbers of others are encrypted on the way.
 */
final class EntryStaging implements StatementSink, AutoCloseable {

  static final String TABLE =
      """
      create temp table if not exists bank_entries_read (
        place int, id uuid, position int, part int, booked_on date, value_on date,
        amount numeric(19, 4), total numeric(19, 4), currency char(3), nth int, charge boolean,
        code text, bank_reference text, end_to_end_id text, batch_id text, counterparty_name text,
        counterparty_account text, counterparty_key char(22), remittance text,
        charges numeric(19, 4), original_amount numeric(19, 4), original_currency char(3),
        return_code text, tokens text[]) on commit drop\
      """;

  private static final int SEND_CHARS = 64 * 1024;

  private final CopyIn copy;
  private final CopyText text = new CopyText();
  private final FieldCipher cipher;
  private final UUID organizationId;
  private final List<Surveyed> statements = new ArrayList<>();
  private List<LocalDate> days = new ArrayList<>();
  private List<BigDecimal> amounts = new ArrayList<>();
  private Map<Booking, Integer> counts = new HashMap<>();

  EntryStaging(Connection connection, FieldCipher cipher, UUID organizationId) throws SQLException {
    this.cipher = cipher;
    this.organizationId = organizationId;
    try (var sql = connection.createStatement()) {
      sql.execute(TABLE);
      sql.execute("truncate bank_entries_read");
    }
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy bank_entries_read from stdin");
  }

  @Override
  public void begin(StatementHeader header) {
    days = new ArrayList<>();
    amounts = new ArrayList<>();
    counts = new HashMap<>();
  }

  @Override
  public void entry(BankEntry entry) {
    if (!entry.isBooked()) {
      return;
    }
    BigDecimal amount = entry.amount().amount();
    days.add(entry.bookedOn());
    amounts.add(amount);
    int nth = counts.merge(new Booking(entry.bookedOn(), amount), 1, Integer::sum);
    List<BankTransaction> parts = entry.parts();
    if (parts.size() > 1 && sumsUp(entry, parts)) {
      for (int i = 0; i < parts.size(); i++) {
        Money share = Objects.requireNonNull(parts.get(i).amount());
        row(entry, parts.get(i), i + 1, share.amount(), nth);
      }
    } else {
      row(entry, parts.get(0), 0, amount, nth);
    }
    if (text.length() >= SEND_CHARS) {
      send();
    }
  }

  @Override
  public void end(BankStatement statement) {
    statements.add(new Surveyed(statements.size(), statement, days, amounts, counts));
  }

  /** Ends the copy; what was read, in the file's order. */
  List<Surveyed> finish() throws SQLException {
    send();
    copy.endCopy();
    return statements;
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

  private void row(BankEntry entry, BankTransaction payment, int part, BigDecimal amount, int nth) {
    LocalDate value = entry.valueOn();
    text.field(Integer.toString(statements.size())).field(Ids.next().toString());
    text.field(Integer.toString(entry.position())).field(Integer.toString(part));
    text.field(entry.bookedOn().toString());
    text.field((value == null ? entry.bookedOn() : value).toString());
    text.field(amount.toPlainString()).field(entry.amount().amount().toPlainString());
    text.field(entry.amount().currency().getCurrencyCode());
    text.field(Integer.toString(nth)).field(entry.isBankCharge() ? "t" : "f");
    text.field(entry.code());
    String bankReference = payment.references().bankReference();
    text.field(bankReference == null ? entry.bankReference() : bankReference);
    text.field(payment.references().endToEndId());
    text.field(batch(entry, payment));
    text.field(payment.counterparty().name());
    counterparty(payment.counterparty().account());
    String said = EntryTexts.of(entry, payment);
    text.field(said);
    money(entry, payment);
    text.field(payment.returned() == null ? null : payment.returned().code());
    text.end(EntryTexts.tokens(said));
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
