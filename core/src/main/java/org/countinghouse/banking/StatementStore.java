package org.countinghouse.banking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankfiles.BankStatement;
import org.countinghouse.bankfiles.StatementFormat;
import org.countinghouse.banking.BankStatementMapper.PositionRow;
import org.countinghouse.banking.BankStatementMapper.Row;
import org.countinghouse.banking.StatementIntake.Judged;
import org.countinghouse.banking.StatementOutcome.Kind;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps statements as they were judged, and tells who listens. */
@Component
class StatementStore {

  private static final String RESOURCE = "banking.statement";

  /** What a later statement can put right by itself. */
  private static final Set<String> WAITING =
      Set.of(
          BankingError.STATEMENT_GAP.id(),
          BankingError.STATEMENT_EARLIER.id(),
          BankingError.SEQUENCE_GAP.id());

  private final BankStatementMapper mapper;
  private final StatementIntake intake;
  private final StatementRows rows;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StatementStore(
      BankStatementMapper mapper,
      StatementIntake intake,
      StatementRows rows,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.intake = intake;
    this.rows = rows;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** A statement that just came in. */
  StatementOutcome keep(StatementDelivery delivery, Judged judged, Actor by) {
    BankAccount account = judged.account();
    UUID accountId = account == null ? null : account.id();
    Row same =
        mapper.findSame(delivery.organizationId(), accountId, judged.shown(), judged.contentKey());
    if (same != null) {
      return outcome(
          judged,
          same.id(),
          same.state().equals("HELD") ? Kind.HELD : Kind.ALREADY_THERE,
          0,
          rows.findings(same.findings()));
    }
    if (judged.verdict().kind() == Verdict.Kind.REPEAT) {
      return outcome(judged, null, Kind.ALREADY_THERE, 0, List.of());
    }
    Row row = rows.held(delivery, judged, Ids.next(), by, now());
    if (judged.verdict().kind() == Verdict.Kind.HOLD) {
      mapper.insert(row, rows.write(delivery.options()));
      return held(judged, row, by);
    }
    int added = book(judged, delivery.organizationId(), row.id());
    Row booked = StatementRows.counted(row, judged);
    mapper.insert(booked, rows.write(delivery.options()));
    return booked(judged, booked, added, by);
  }

  /** A statement that was held, judged anew. */
  StatementOutcome settle(Statement held, Judged judged, @Nullable String reason, Actor by) {
    Row before = Objects.requireNonNull(mapper.find(held.id()));
    Row row =
        StatementRows.settled(
            rows.held(delivery(held), judged, held.id(), by, before.receivedAt()),
            before,
            reason,
            by,
            now());
    BankAccount account = judged.account();
    boolean known =
        judged.verdict().kind() == Verdict.Kind.REPEAT
            || (account != null
                && Optional.ofNullable(
                        mapper.findSame(
                            held.organizationId(), account.id(), "", judged.contentKey()))
                    .isPresent());
    if (known) {
      mapper.settle(StatementRows.dropped(row, "everything in it is known by now", by, now()));
      announce(held, true);
      return outcome(judged, held.id(), Kind.ALREADY_THERE, 0, List.of());
    }
    if (judged.verdict().kind() == Verdict.Kind.HOLD) {
      mapper.settle(row);
      return outcome(judged, held.id(), Kind.HELD, 0, judged.verdict().findings());
    }
    int added = book(judged, held.organizationId(), held.id());
    Row booked = StatementRows.counted(row, judged);
    mapper.settle(booked);
    announce(held, true);
    return booked(judged, booked, added, by);
  }

  /** Puts a held statement aside. */
  Statement drop(Statement held, String reason, Actor by) {
    mapper.settle(
        StatementRows.dropped(Objects.requireNonNull(mapper.find(held.id())), reason, by, now()));
    record(held.organizationId(), held.id(), "dropped", held.name(), Map.of("reason", reason), by);
    announce(held, true);
    return require(held.id());
  }

  Statement require(UUID id) {
    return Optional.ofNullable(mapper.find(id))
        .map(rows::value)
        .orElseThrow(() -> BankingError.STATEMENT_UNKNOWN.with(id));
  }

  List<Statement> list(StatementFilter filter) {
    return mapper.list(filter).stream().map(rows::value).toList();
  }

  /** Held statements of an account, in the order of their days. */
  List<Statement> held(UUID bankAccountId) {
    return mapper.listHeld(bankAccountId).stream().map(rows::value).toList();
  }

  /** Whether nothing is wrong with a held statement but that it came too early. */
  boolean mayFollow(Statement held) {
    return held.findings().stream().allMatch(finding -> WAITING.contains(finding.code()));
  }

  /** The file a statement came in. */
  StatementDelivery delivery(Statement statement) {
    return new StatementDelivery(
        statement.organizationId(),
        statement.documentId(),
        StatementFormat.valueOf(statement.format()),
        rows.options(mapper.findOptions(statement.id())));
  }

  List<Entry> entries(UUID statementId, int afterPosition, int limit) {
    return mapper.listEntries(statementId, afterPosition, limit).stream().map(rows::entry).toList();
  }

  Optional<Entry> entry(UUID id) {
    return Optional.ofNullable(mapper.findEntry(id)).map(rows::entry);
  }

  Money balance(BankAccount account, Position position, LocalDate day) {
    BigDecimal later = mapper.sumAfter(account.id(), day);
    return position
        .balance()
        .minus(Money.rounded(later, account.currency(), RoundingMode.UNNECESSARY));
  }

  private int book(Judged judged, UUID organizationId, UUID statementId) {
    int added = intake.keep(judged, organizationId, statementId);
    BankAccount account = Objects.requireNonNull(judged.account());
    Position before = intake.position(account);
    Surveyed read = judged.statement();
    Money opening = Objects.requireNonNull(judged.verdict().opening());
    Money closing = Objects.requireNonNull(judged.verdict().closing());
    LocalDate from = Objects.requireNonNull(read.from());
    LocalDate to = Objects.requireNonNull(read.to());
    Long sequence = read.statement().header().sequence();
    boolean precedes = judged.verdict().kind() == Verdict.Kind.PRECEDE;
    PositionRow after =
        before == null
            ? new PositionRow(
                opening.amount(),
                from,
                closing.amount(),
                to,
                sequence,
                account.currency().getCurrencyCode())
            : new PositionRow(
                precedes ? opening.amount() : before.firstOpening().amount(),
                from.isBefore(before.firstDay()) ? from : before.firstDay(),
                precedes ? before.balance().amount() : closing.amount(),
                to.isAfter(before.lastDay()) ? to : before.lastDay(),
                precedes || sequence == null ? before.lastSequence() : sequence,
                account.currency().getCurrencyCode());
    mapper.upsertPosition(account.id(), organizationId, after);
    return added;
  }

  private StatementOutcome booked(Judged judged, Row row, int added, Actor by) {
    BankAccount account = Objects.requireNonNull(judged.account());
    Currency currency = account.currency();
    record(
        row.organizationId(),
        row.id(),
        "booked",
        row.name(),
        Map.of("account", account.code(), "entries", row.newEntries()),
        by);
    events.publishEvent(
        new StatementBooked(
            Ids.next(),
            row.organizationId(),
            account.id(),
            row.id(),
            Objects.requireNonNull(row.fromOn()),
            Objects.requireNonNull(row.toOn()),
            new Money(Objects.requireNonNull(row.opening()), currency),
            new Money(Objects.requireNonNull(row.closing()), currency),
            added,
            clock.instant()));
    return outcome(judged, row.id(), Kind.BOOKED, row.newEntries(), List.of());
  }

  private StatementOutcome held(Judged judged, Row row, Actor by) {
    record(row.organizationId(), row.id(), "held", row.name(), judged.verdict().findings(), by);
    events.publishEvent(
        new StatementHeld(
            Ids.next(),
            row.organizationId(),
            row.bankAccountId(),
            row.id(),
            false,
            clock.instant()));
    return outcome(judged, row.id(), Kind.HELD, 0, judged.verdict().findings());
  }

  private void announce(Statement held, boolean settled) {
    events.publishEvent(
        new StatementHeld(
            Ids.next(),
            held.organizationId(),
            held.bankAccountId(),
            held.id(),
            settled,
            clock.instant()));
  }

  private static StatementOutcome outcome(
      Judged judged, @Nullable UUID id, Kind kind, int added, List<Finding> findings) {
    BankAccount account = judged.account();
    BankStatement statement = judged.statement().statement();
    return new StatementOutcome(
        statement.header().name(),
        account == null ? null : account.code(),
        id,
        kind,
        statement.totals().entries(),
        added,
        findings);
  }

  private void record(
      UUID organizationId, UUID id, String action, String name, Object values, Actor by) {
    audit.record(
        new AuditEntry(
            organizationId, by, action, RESOURCE, id.toString(), null, Map.of(name, values)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
