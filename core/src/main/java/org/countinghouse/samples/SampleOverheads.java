package org.countinghouse.samples;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a company spends to be there: rent, energy, insurance, small things, equipment, its bank.
 */
final class SampleOverheads {

  private static final List<SampleRole> SMALL_THINGS =
      List.of(
          SampleRole.TRAVEL,
          SampleRole.OFFICE,
          SampleRole.SOFTWARE,
          SampleRole.MARKETING,
          SampleRole.ADVICE,
          SampleRole.REPAIRS,
          SampleRole.TELEPHONE);

  private SampleOverheads() {}

  /** The month's overheads. */
  static List<SampleEntry> overheads(SampleDesk desk, int size) {
    paid(desk, 1, "Rent " + desk.month(), SampleRole.RENT, desk.fixed(1_900L * size), "CC100");
    paid(desk, 18, "Energy " + desk.month(), SampleRole.ENERGY, desk.amount(300, 700), "CC300");
    for (int i = 0; i < 10 * size; i++) {
      SampleRole what = SMALL_THINGS.get(desk.chance(SMALL_THINGS.size()));
      String name = what.name().charAt(0) + what.name().substring(1).toLowerCase(Locale.ROOT);
      paid(desk, 1 + desk.chance(28), name, what, desk.amount(15, 180), desk.costCentre());
    }
    Money charges = desk.amount(12, 30);
    desk.write(
        desk.month().atEndOfMonth(),
        "Bank charges " + desk.month(),
        List.of(
            desk.debit(SampleRole.BANK_CHARGES, charges).at("CC100"),
            desk.credit(SampleRole.BANK, charges)));
    insurance(desk, size);
    equipment(desk, size);
    return desk.entries();
  }

  /** A year's premium in the first month; a twelfth of it becomes cost every month. */
  private static void insurance(SampleDesk desk, int size) {
    Money premium = desk.fixed(6_000L * size);
    if (desk.month().getMonthValue() == 1) {
      desk.write(
          desk.month().atDay(2),
          "Insurance premium " + desk.month().getYear(),
          List.of(desk.debit(SampleRole.PREPAID, premium), desk.credit(SampleRole.BANK, premium)));
    }
    List<Money> twelfths = premium.split(Collections.nCopies(12, BigDecimal.ONE));
    Money part = twelfths.get(desk.month().getMonthValue() - 1);
    desk.write(
        desk.month().atEndOfMonth(),
        "Insurance of the month",
        List.of(
            desk.debit(SampleRole.INSURANCE, part).at("CC100"),
            desk.credit(SampleRole.PREPAID, part)));
  }

  /** Something for the register of fixed assets, every quarter. */
  private static void equipment(SampleDesk desk, int size) {
    if (desk.month().getMonthValue() % 3 == 2) {
      paid(desk, 10, "Office equipment", SampleRole.EQUIPMENT, desk.fixed(2_400L * size), null);
    }
  }

  private static void paid(
      SampleDesk desk,
      int day,
      String text,
      SampleRole role,
      Money net,
      @Nullable String costCentre) {
    Money tax = desk.tax(net);
    desk.write(
        desk.month().atDay(day),
        text,
        List.of(
            desk.debit(role, net).at(costCentre),
            desk.debit(SampleRole.INPUT_TAX, tax),
            desk.credit(SampleRole.BANK, net.plus(tax))));
  }

  /** Tax of the month before, settled with the authority on the 10th. */
  static List<SampleEntry> taxReturn(SampleDesk desk, List<SampleEntry> before) {
    Money output = sum(desk, before, SampleRole.OUTPUT_TAX).negated();
    Money input = sum(desk, before, SampleRole.INPUT_TAX);
    Money payable = output.minus(input);
    desk.write(
        desk.month().atDay(10),
        "Value added tax for " + desk.month().minusMonths(1),
        List.of(
            desk.debit(SampleRole.OUTPUT_TAX, output),
            desk.credit(SampleRole.INPUT_TAX, input),
            desk.credit(SampleRole.BANK, payable)));
    return desk.entries();
  }

  private static Money sum(SampleDesk desk, List<SampleEntry> entries, SampleRole role) {
    String account = desk.company().account(role);
    return entries.stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.account().equals(account))
        .map(DraftLine::baseAmount)
        .reduce(desk.zero(), Money::plus);
  }
}
