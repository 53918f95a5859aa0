package org.countinghouse.banking;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.StatementFiles;
import org.countinghouse.bankfiles.StatementHeader;
import org.countinghouse.banking.BankStatementMapper.KeptRow;
import org.countinghouse.banking.BankStatementMapper.PositionRow;
import org.countinghouse.banking.Surveyed.Booking;
import org.countinghouse.documents.Documents;
import org.countinghouse.money.Money;
import org.countinghouse.secrets.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads files of statements, and judges each statement by what is known of its account. */
@Component
class StatementIntake {

  private static final int BUFFER_BYTES = 128 * 1024;

  private final BankStatementMapper mapper;
  private final BankAccounts accounts;
  private final Documents documents;
  private final FieldCipher cipher;
  private final JdbcTemplate jdbc;

  StatementIntake(
      BankStatementMapper mapper,
      BankAccounts accounts,
      Documents documents,
      FieldCipher cipher,
      JdbcTemplate jdbc) {
    this.mapper = mapper;
    this.accounts = accounts;
    this.documents = documents;
    this.cipher = cipher;
    this.jdbc = jdbc;
  }

  /**
   * A statement, the account it is about and what is to be done with it.
   *
   * @param shown what it calls its account, masked
   * @param account null: none of ours
   */
  record Judged(
      Surveyed statement,
      String shown,
      @Nullable BankAccount account,
      String contentKey,
      Verdict verdict) {}

  /**
   * Reads the whole file; its entries then stand in the transaction's own table.
   *
   * @throws org.countinghouse.errors.BusinessException when the file is broken; nothing is kept
   *     then
   */
  List<Surveyed> read(StatementDelivery delivery) {
    return Objects.requireNonNull(
        jdbc.execute(
            (ConnectionCallback<List<Surveyed>>)
                connection -> {
                  // opened first: while rows are copied the connection answers nothing else
                  try (InputStream in =
                          new BufferedInputStream(
                              documents.open(delivery.documentId()), BUFFER_BYTES);
                      var staging =
                          new EntryStaging(connection, cipher, delivery.organizationId())) {
                    StatementFiles.read(delivery.format(), in, delivery.options(), staging);
                    return staging.finish();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /**
   * Judges a statement by what is known now. Its account is locked until the transaction ends.
   *
   * @param regardless whether a person said to pass over a number left out
   */
  Judged judge(UUID organizationId, Surveyed read, boolean regardless) {
    BankStatement statement = read.statement();
    String name = Objects.requireNonNullElse(statement.account(), "");
    String shown = name.isEmpty() ? "(not named)" : AccountNumber.masked(name);
    BankAccount account = account(organizationId, statement).orElse(null);
    String key =
        read.contentKey(
            account == null ? StatementNames.normalized(name) : account.id().toString());
    if (account != null) {
      mapper.lockAccount(account.id());
    }
    return new Judged(read, shown, account, key, verdict(read, account, shown, regardless));
  }

  private Verdict verdict(
      Surveyed read, @Nullable BankAccount account, String shown, boolean regardless) {
    BankStatement statement = read.statement();
    String name = statement.header().name();
    if (!statement.findings().isEmpty()) {
      return Verdict.hold(statement.findings());
    }
    if (statement.ties() == BankStatement.Tie.DIFFERS) {
      return Verdict.hold(BankingError.STATEMENT_DOES_NOT_TIE, name);
    }
    if (account == null) {
      return Verdict.hold(BankingError.STATEMENT_ACCOUNT, name, shown);
    }
    Currency currency = read.opening().map(Money::currency).orElse(account.currency());
    if (!currency.equals(account.currency())) {
      return Verdict.hold(
          BankingError.STATEMENT_CURRENCY, name, currency, account.code(), account.currency());
    }
    return Verdict.of(
        read, position(account), (from, to) -> kept(account.id(), from, to), regardless);
  }

  private Optional<BankAccount> account(UUID organizationId, BankStatement statement) {
    StatementHeader header = statement.header();
    return header.accountForms().stream()
        .map(form -> accounts.identify(organizationId, form, statement.currency()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** From where to where the account is known; null when nothing is. */
  @Nullable Position position(BankAccount account) {
    PositionRow row = mapper.findPosition(account.id());
    return row == null
        ? null
        : new Position(
            new Money(row.firstOpening(), account.currency()),
            row.firstDay(),
            new Money(row.balance(), account.currency()),
            row.lastDay(),
            row.lastSequence());
  }

  /** How often each amount was booked on each day of these. */
  Map<Booking, Integer> kept(UUID bankAccountId, LocalDate from, LocalDate to) {
    return mapper.listKept(bankAccountId, from, to).stream()
        .collect(Collectors.toMap(row -> new Booking(row.day(), row.amount()), KeptRow::count));
  }

  /**
   * Keeps those entries of a statement that are not known.
   *
   * @return how many rows that made
   */
  int keep(Judged judged, UUID organizationId, UUID statementId) {
    BankAccount account = Objects.requireNonNull(judged.account());
    Surveyed read = judged.statement();
    Map<Booking, Integer> kept =
        kept(account.id(), Objects.requireNonNull(read.from()), Objects.requireNonNull(read.to()));
    kept.keySet().retainAll(read.counts().keySet());
    Booking[] bookings = kept.keySet().toArray(Booking[]::new);
    var shifts =
        new BankStatementMapper.Shifts(
            Arrays.stream(bookings).map(Booking::day).toArray(LocalDate[]::new),
            Arrays.stream(bookings).map(Booking::amount).toArray(BigDecimal[]::new),
            Arrays.stream(bookings)
                .map(booking -> judged.verdict().known().getOrDefault(booking, 0))
                .toArray(Integer[]::new),
            Arrays.stream(bookings).map(kept::get).toArray(Integer[]::new));
    return mapper.keepEntries(organizationId, statementId, account.id(), read.place(), shifts);
  }
}
