package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.BulkSettlements;
import org.countinghouse.payables.SettlementBatch;
import org.countinghouse.payments.BankAnswers;
import org.countinghouse.payments.Payments;
import org.countinghouse.reconciliation.BankMatchMapper.ItemRow;
import org.countinghouse.reconciliation.BankMatchMapper.LineRow;
import org.countinghouse.reconciliation.BankMatchMapper.Post;
import org.countinghouse.reconciliation.BankMatchMapper.Rates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts the explanations that stand in the transaction's table: one journal for each day the bank
 * booked on, its lines summed by place, dated on that day or, where its month is closed, on the
 * first day that is open.
 */
@Component
class ExplanationPosting {

  /** What the journals come from; the module the close locks. */
  static final String SOURCE = "banking:statement";

  private static final String MODULE = "banking";

  private final BankMatchMapper mapper;
  private final Ledger ledger;
  private final ChartOfAccounts chart;
  private final FxRates rates;
  private final Organizations organizations;
  private final Payments payments;
  private final BankAnswers answers;
  private final BulkSettlements settlements;
  private final Clock clock;

  ExplanationPosting(
      BankMatchMapper mapper,
      Ledger ledger,
      ChartOfAccounts chart,
      FxRates rates,
      Organizations organizations,
      Payments payments,
      BankAnswers answers,
      BulkSettlements settlements,
      Clock clock) {
    this.mapper = mapper;
    this.ledger = ledger;
    this.chart = chart;
    this.rates = rates;
    this.organizations = organizations;
    this.payments = payments;
    this.answers = answers;
    this.settlements = settlements;
    this.clock = clock;
  }

  /**
   * What is posted.
   *
   * @param statementId whose entries are posted for the first time; null: they come from suspense
   * @param reason why explanations are taken back; null: they are given
   */
  record Order(
      BankAccount account,
      @Nullable UUID statementId,
      String name,
      @Nullable String reason,
      Actor by) {}

  /** Posts the table's content; it is empty of meaning afterwards. */
  void post(Order order) {
    BankAccount account = order.account();
    UUID organizationId = account.organizationId();
    Currency base = organizations.byId(organizationId).baseCurrency();
    if (order.reason() == null) {
      value(account, base);
    }
    String suspense = chart.forPurpose(organizationId, AccountPurpose.SUSPENSE).code();
    String place = order.statementId() == null ? suspense : account.ledgerAccount();
    Map<LocalDate, List<LineRow>> days =
        mapper.listLines(place, account.currency().getCurrencyCode()).stream()
            .collect(Collectors.groupingBy(LineRow::day, LinkedHashMap::new, Collectors.toList()));
    List<UUID> journals = new ArrayList<>();
    int number = mapper.countJournals(organizationId, account.id());
    for (var day : days.entrySet()) {
      String reference = account.code() + "/" + (++number);
      journals.add(journal(order, day.getKey(), reference, day.getValue(), base));
    }
    if (order.reason() == null) {
      settleItems(order);
    }
    var post =
        new Post(
            organizationId,
            account.id(),
            order.statementId(),
            account.currency().getCurrencyCode(),
            base.getCurrencyCode(),
            days.keySet().toArray(LocalDate[]::new),
            journals.stream().map(UUID::toString).toArray(String[]::new),
            order.reason(),
            order.by().username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    mapper.insertJournals(post);
    if (order.statementId() != null) {
      mapper.insertSuspense(post);
    } else {
      if (order.reason() != null) {
        mapper.reopen(post, suspense);
      }
      mapper.reduceSuspense(organizationId);
    }
    mapper.insertClearings(post);
    if (order.reason() == null) {
      payments.settled(organizationId, mapper.listPayments());
      mapper
          .listReturns()
          .forEach(
              back ->
                  answers.refused(
                      back.paymentId(),
                      true,
                      back.code(),
                      back.text(),
                      "entry " + back.entryId(),
                      order.by()));
    }
  }

  /** When payables can follow an entry of a day. */
  LocalDate day(UUID organizationId, LocalDate bookedOn) {
    return ledger.firstOpenDay(organizationId, bookedOn, "payables");
  }

  /** What the day an entry was booked on makes of it in base currency. */
  private void value(BankAccount account, Currency base) {
    Currency currency = account.currency();
    if (!currency.equals(base)) {
      List<LocalDate> days = mapper.listDays();
      List<FxRate> worth =
          days.stream()
              .map(day -> rates.rate(account.organizationId(), currency, base, day))
              .toList();
      mapper.convert(
          new Rates(
              days.toArray(LocalDate[]::new),
              worth.stream().map(FxRate::units).toArray(BigDecimal[]::new),
              worth.stream().map(FxRate::per).toArray(BigDecimal[]::new)),
          base.getDefaultFractionDigits());
    }
    if (mapper.isForeign(base.getCurrencyCode())) {
      mapper.relieveTransit(account.organizationId());
    }
  }

  private UUID journal(
      Order order, LocalDate day, String reference, List<LineRow> rows, Currency base) {
    UUID organizationId = order.account().organizationId();
    List<DraftLine> lines = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (LineRow row : rows) {
      sum = sum.add(row.baseAmount());
      if (row.amount().signum() != 0 || row.baseAmount().signum() != 0) {
        lines.add(
            new DraftLine(
                row.account(),
                new Money(row.amount(), Currency.getInstance(row.currency())),
                new Money(row.baseAmount(), base),
                row.costCentre(),
                text(row)));
      }
    }
    if (sum.signum() != 0) {
      Money difference = Money.rounded(sum.negate(), base, RoundingMode.UNNECESSARY);
      AccountPurpose purpose =
          difference.isNegative()
              ? AccountPurpose.REALIZED_EXCHANGE_GAIN
              : AccountPurpose.REALIZED_EXCHANGE_LOSS;
      lines.add(
          DraftLine.debit(chart.forPurpose(organizationId, purpose).code(), difference)
              .saying("Exchange difference"));
    }
    LocalDate on = ledger.firstOpenDay(organizationId, day, MODULE);
    return ledger
        .post(
            new JournalDraft(
                organizationId, on, order.name() + ", " + day, SOURCE, reference, lines),
            order.by())
        .id();
  }

  private static String text(LineRow row) {
    String what =
        switch (row.kind()) {
          case "BANK" -> "Bank";
          case "PAYMENT" -> "Payments";
          case "RETURN" -> "Payments returned";
          case "ITEM" -> "Invoices";
          case "CHARGES" -> "Bank charges";
          case "SUSPENSE" -> "Not explained yet";
          default -> "Explained";
        };
    return what + ", " + row.entries() + (row.entries() == 1 ? " entry" : " entries");
  }

  /** Invoices that were paid past our payments: creditors against what the bank gave. */
  private void settleItems(Order order) {
    Map<LocalDate, List<ItemRow>> days =
        mapper.listItems().stream().collect(Collectors.groupingBy(ItemRow::day));
    UUID organizationId = order.account().organizationId();
    days.forEach(
        (day, items) -> {
          List<SettlementBatch.Part> parts =
              items.stream()
                  .map(
                      item ->
                          new SettlementBatch.Part(
                              Ids.next(),
                              item.itemId(),
                              item.paid().stripTrailingZeros(),
                              BigDecimal.ZERO,
                              order.name()))
                  .toList();
          settlements.settle(
              new SettlementBatch(
                  organizationId,
                  day(organizationId, day),
                  order.account().transitAccount(),
                  order.name() + ", " + day,
                  "bank " + items.get(0).matchId(),
                  parts),
              order.by(),
              null);
          mapper.setSettlements(
              items.stream().map(item -> item.matchId().toString()).toArray(String[]::new),
              parts.stream().map(part -> part.settlementId().toString()).toArray(String[]::new));
        });
  }
}
