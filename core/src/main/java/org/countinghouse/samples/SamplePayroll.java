package org.countinghouse.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.money.Money;

/** Wages: what people cost by cost centre, what is withheld, and who is paid when. */
final class SamplePayroll {

  private static final BigDecimal SOCIAL_SHARE = new BigDecimal("0.14");
  private static final BigDecimal TAX_SHARE = new BigDecimal("0.19");

  private SamplePayroll() {}

  /** The month's payroll, paid out on the 28th. */
  static List<SampleEntry> payroll(SampleDesk desk, int size) {
    LocalDate payday = desk.month().atDay(28);
    List<DraftLine> lines = new ArrayList<>();
    Money gross = desk.zero();
    Money employer = desk.zero();
    for (String costCentre : SampleDesk.COST_CENTRES) {
      Money pay = desk.fixed(2_400L * size).plus(desk.amount(0, 150));
      Money social = pay.times(SOCIAL_SHARE, RoundingMode.HALF_UP);
      gross = gross.plus(pay);
      employer = employer.plus(social);
      lines.add(desk.debit(SampleRole.SALARIES, pay).at(costCentre));
      lines.add(desk.debit(SampleRole.SOCIAL_COST, social).at(costCentre));
    }
    Money tax = gross.times(TAX_SHARE, RoundingMode.HALF_UP);
    Money employee = gross.times(SOCIAL_SHARE, RoundingMode.HALF_UP);
    Money net = gross.minus(tax).minus(employee);
    lines.add(desk.credit(SampleRole.WAGES_PAYABLE, net));
    lines.add(desk.credit(SampleRole.INCOME_TAX_WITHHELD, tax));
    lines.add(desk.credit(SampleRole.SOCIAL_SECURITY, employee.plus(employer)));
    desk.write(payday, "Payroll " + desk.month(), lines);
    desk.write(
        payday,
        "Wages paid " + desk.month(),
        List.of(desk.debit(SampleRole.WAGES_PAYABLE, net), desk.credit(SampleRole.BANK, net)));
    return desk.entries();
  }

  /** Tax and social security of the month before, paid to the authorities on the 15th. */
  static List<SampleEntry> remittances(SampleDesk desk, List<SampleEntry> payrollBefore) {
    for (SampleRole role : List.of(SampleRole.INCOME_TAX_WITHHELD, SampleRole.SOCIAL_SECURITY)) {
      Money owed = desk.zero();
      for (SampleEntry entry : payrollBefore) {
        for (DraftLine line : entry.lines()) {
          if (line.account().equals(desk.company().account(role))) {
            owed = owed.minus(line.baseAmount());
          }
        }
      }
      if (!owed.isZero()) {
        desk.write(
            desk.month().atDay(15),
            "Paid to the authority for " + desk.month().minusMonths(1),
            List.of(desk.debit(role, owed), desk.credit(SampleRole.BANK, owed)));
      }
    }
    return desk.entries();
  }
}
