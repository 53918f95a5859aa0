package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.countinghouse.money.Money;

/** Balanced journals drawn by chance: currencies of 0, 2 and 3 decimals, any number of lines. */
final class RandomJournals {

  private static final List<String> ACCOUNTS = List.of("1010", "4000", "6100");
  private static final List<Currency> CURRENCIES =
      List.of(Books.EUR, Currency.getInstance("JPY"), Currency.getInstance("BHD"), Books.EUR);

  private RandomJournals() {}

  static JournalDraft next(Random random, UUID organizationId, LocalDate day, int step) {
    List<DraftLine> lines = new ArrayList<>();
    Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    BigDecimal open = BigDecimal.ZERO;
    BigDecimal openInBase = BigDecimal.ZERO;
    for (int i = 0; i <= random.nextInt(6); i++) {
      long sign = random.nextBoolean() ? 1 : -1;
      BigDecimal amount = drawn(random, currency, sign);
      BigDecimal inBase = currency.equals(Books.EUR) ? amount : drawn(random, Books.EUR, sign);
      open = open.add(amount);
      openInBase = openInBase.add(inBase);
      lines.add(line(random, currency, amount, inBase));
    }
    if (open.signum() * openInBase.signum() < 0 || open.signum() == 0) {
      // what is left has two signs: one line in base currency takes it, as an exchange would
      open = openInBase;
      currency = Books.EUR;
    }
    if (openInBase.signum() != 0) {
      lines.add(line(random, currency, open.negate(), openInBase.negate()));
    }
    if (lines.size() < 2 || onlyOneCurrencyIsOpen(lines)) {
      return next(random, organizationId, day, step);
    }
    return new JournalDraft(organizationId, day, "Drawn", "ledger", "RND-" + step, lines);
  }

  private static boolean onlyOneCurrencyIsOpen(List<DraftLine> lines) {
    BigDecimal open =
        lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal openInBase =
        lines.stream()
            .map(line -> line.baseAmount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    long currencies = lines.stream().map(line -> line.amount().currency()).distinct().count();
    return openInBase.signum() != 0 || (currencies == 1 && open.signum() != 0);
  }

  private static BigDecimal drawn(Random random, Currency currency, long sign) {
    return BigDecimal.valueOf(
        sign * (1 + random.nextInt(1_000_000)), currency.getDefaultFractionDigits());
  }

  private static DraftLine line(
      Random random, Currency currency, BigDecimal amount, BigDecimal inBase) {
    String costCentre = random.nextInt(3) == 0 ? "CC100" : null;
    return new DraftLine(
        ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
        new Money(amount, currency),
        new Money(inBase, Books.EUR),
        costCentre,
        random.nextInt(4) == 0 ? "P-1" : null,
        random.nextBoolean() ? "Zeile Nr. " + random.nextInt(9) + " \u00e4\u4e2d" : null);
  }
}
