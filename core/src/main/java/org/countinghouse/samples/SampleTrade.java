package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;

/** Buying and selling goods: invoices with tax, what they cost, and their payment a month later. */
final class SampleTrade {

  private static final List<String> CUSTOMERS =
      List.of("Quay Stores", "Northgate Retail", "Old Mill Shop", "Lantern House", "Pier Market");
  private static final List<String> SUPPLIERS =
      List.of("Baltic Goods", "Meridian Wholesale", "Tidewater Supply", "Anchor Imports");

  /** Goods cost this share of what they sell for. */
  private static final BigDecimal COST_SHARE = new BigDecimal("0.58");

  private SampleTrade() {}

  /** What was sold in the month. */
  static List<SampleEntry> sales(SampleDesk desk, int count) {
    for (int i = 0; i < count; i++) {
      Money net = desk.amount(900, 4_100);
      Money tax = desk.tax(net);
      Money cost = net.times(COST_SHARE, RoundingMode.HALF_UP);
      desk.write(
          desk.anyDay(),
          "Sale to " + CUSTOMERS.get(desk.chance(CUSTOMERS.size())),
          List.of(
              desk.debit(SampleRole.CUSTOMERS, net.plus(tax)),
              desk.credit(SampleRole.SALES, net),
              desk.credit(SampleRole.OUTPUT_TAX, tax),
              desk.debit(SampleRole.COST_OF_SALES, cost),
              desk.credit(SampleRole.STOCK, cost)));
    }
    return desk.entries();
  }

  /** What was bought in the month: stock, and now and then its carriage. */
  static List<SampleEntry> purchases(SampleDesk desk, int count) {
    for (int i = 0; i < count; i++) {
      Money net = desk.amount(1_500, 6_500);
      Money carriage = desk.chance(3) == 0 ? desk.amount(40, 240) : desk.zero();
      Money tax = desk.tax(net.plus(carriage));
      desk.write(
          desk.anyDay(),
          "Goods of " + SUPPLIERS.get(desk.chance(SUPPLIERS.size())),
          List.of(
              desk.debit(SampleRole.STOCK, net),
              desk.debit(SampleRole.CARRIAGE, carriage).at("CC300"),
              desk.debit(SampleRole.INPUT_TAX, tax),
              desk.credit(SampleRole.SUPPLIERS, net.plus(carriage).plus(tax))));
    }
    return desk.entries();
  }

  /** What was bought abroad, in the supplier's currency. */
  static List<SampleEntry> foreignPurchases(SampleDesk desk, int count) {
    String code = desk.company().country().equals("DE") ? "USD" : "EUR";
    Currency currency = Currency.getInstance(code);
    for (int i = 0; i < count; i++) {
      LocalDate day = desk.anyDay();
      Money amount = desk.inCurrency(desk.amount(2_000, 7_000), currency, day);
      Money base = desk.inBase(amount, day);
      desk.write(
          day,
          "Goods of a supplier abroad in " + code,
          List.of(
              desk.debit(SampleRole.STOCK, base),
              SampleDesk.line(
                  desk.company().account(SampleRole.SUPPLIERS), amount.negated(), base.negated())));
    }
    return desk.entries();
  }

  /** The month's receipts for what was sold in the month before. */
  static List<SampleEntry> receipts(SampleDesk desk, List<SampleEntry> sold) {
    settle(desk, sold, SampleRole.CUSTOMERS, "Receipt: ");
    return desk.entries();
  }

  /** The month's payments for what was bought in the month before. */
  static List<SampleEntry> payments(SampleDesk desk, List<SampleEntry> bought) {
    settle(desk, bought, SampleRole.SUPPLIERS, "Payment: ");
    return desk.entries();
  }

  private static void settle(
      SampleDesk desk, List<SampleEntry> invoices, SampleRole role, String what) {
    for (SampleEntry invoice : invoices) {
      LocalDate day = desk.anyDay();
      List<DraftLine> owed =
          invoice.lines().stream()
              .filter(line -> line.account().equals(desk.company().account(role)))
              .toList();
      for (DraftLine line : owed) {
        desk.write(day, what + invoice.reference(), settlement(desk, line, day, SampleRole.BANK));
      }
    }
  }

  /** The line undone against the bank; what the rates moved since is a gain or a loss. */
  static List<DraftLine> settlement(
      SampleDesk desk, DraftLine owed, LocalDate day, SampleRole bank) {
    Money paid = owed.amount();
    boolean foreignBank = bank != SampleRole.BANK;
    Money worth = paid.currency().equals(desk.company().currency()) ? paid : desk.inBase(paid, day);
    List<DraftLine> lines = new ArrayList<>();
    lines.add(
        SampleDesk.line(owed.account(), owed.amount().negated(), owed.baseAmount().negated()));
    lines.add(SampleDesk.line(desk.company().account(bank), foreignBank ? paid : worth, worth));
    return Stream.concat(
            lines.stream(),
            Arrays.asList(desk.exchangeDifference(worth.minus(owed.baseAmount()))).stream())
        .filter(Objects::nonNull)
        .toList();
  }
}
