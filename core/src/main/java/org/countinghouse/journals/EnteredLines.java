package org.countinghouse.journals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes lines of what was entered, and finds everything that keeps it from being one. */
public final class EnteredLines {

  /** More lines than this are a matter of the import, not of a person. */
  public static final int LINES_MAX = 5000;

  static final int TEXT_LENGTH_MAX = 1000;

  private final Currency base;
  private final List<Finding> findings = new ArrayList<>();
  private final List<ManualLine> lines = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  /** Lines of an organization that keeps its books in this currency. */
  public EnteredLines(Currency base) {
    this.base = base;
  }

  /** Reads a line; one that is wrong is noted and left out. */
  public EnteredLines add(EnteredLine entered) {
    int before = findings.size();
    String account = entered.account();
    if (account == null || account.isBlank()) {
      note(entered, JournalsError.ACCOUNT_MISSING);
    }
    String text = entered.text();
    if (text != null && text.length() > TEXT_LENGTH_MAX) {
      note(entered, JournalsError.TEXT, TEXT_LENGTH_MAX);
    }
    Amounts amounts = amounts(entered);
    if (findings.size() == before && account != null && amounts != null) {
      lines.add(
          new ManualLine(
              account.strip(),
              amounts.amount,
              amounts.baseAmount,
              blankToNull(entered.costCentre()),
              blankToNull(entered.project()),
              blankToNull(entered.taxCode()),
              blankToNull(text)));
      places.add(entered.place());
    }
    return this;
  }

  /** What is wrong so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The lines that could be read. */
  public List<ManualLine> lines() {
    return List.copyOf(lines);
  }

  /** Where each of them stands, in the same order. */
  public List<String> places() {
    return List.copyOf(places);
  }

  /**
   * A finding about the journal of these lines, at the place its maker knows: {@code line 2}
   * becomes {@code row 7} where it was read from there.
   */
  public Finding placed(Finding finding) {
    String place = finding.place();
    if (!place.startsWith("line ")) {
      return finding;
    }
    int number = Integer.parseInt(place.substring("line ".length()));
    return number > places.size()
        ? finding
        : new Finding(finding.code(), places.get(number - 1), finding.message());
  }

  private record Amounts(Money amount, @Nullable Money baseAmount) {}

  private @Nullable Amounts amounts(EnteredLine entered) {
    BigDecimal debit = given(entered.debit());
    BigDecimal credit = given(entered.credit());
    if (debit != null && credit != null) {
      return note(entered, JournalsError.BOTH_SIDES);
    }
    BigDecimal side = debit != null ? debit : credit;
    if (side != null && side.signum() < 0) {
      return note(entered, JournalsError.NEGATIVE, side.negate().toPlainString());
    }
    Currency currency = currency(entered);
    if (currency == null) {
      return null;
    }
    @Nullable Money inBase =
        side == null ? null : money(entered, debit != null ? side : side.negate(), base);
    if (side != null && inBase == null) {
      return null;
    }
    return currency.equals(base) ? inBase(entered, inBase) : foreign(entered, currency, inBase);
  }

  private @Nullable Amounts inBase(EnteredLine entered, @Nullable Money inBase) {
    if (inBase != null) {
      return new Amounts(inBase, inBase);
    }
    BigDecimal signed = given(entered.currencyAmount());
    Money amount = signed == null ? null : money(entered, signed, base);
    if (amount != null) {
      return new Amounts(amount, amount);
    }
    return signed == null ? note(entered, JournalsError.NO_AMOUNT) : null;
  }

  private @Nullable Amounts foreign(
      EnteredLine entered, Currency currency, @Nullable Money inBase) {
    BigDecimal given = entered.currencyAmount();
    if (given == null) {
      return note(
          entered,
          JournalsError.CURRENCY_AMOUNT,
          currency.getCurrencyCode(),
          base.getCurrencyCode());
    }
    BigDecimal signed = inBase != null && inBase.isNegative() ? given.abs().negate() : given;
    Money amount = money(entered, signed, currency);
    return amount == null ? null : new Amounts(amount, inBase);
  }

  private @Nullable Currency currency(EnteredLine entered) {
    String code = blankToNull(entered.currency());
    if (code == null) {
      return base;
    }
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      note(entered, JournalsError.CURRENCY, code);
      return null;
    }
  }

  private @Nullable Money money(EnteredLine entered, BigDecimal amount, Currency currency) {
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      note(entered, JournalsError.DECIMALS, amount.toPlainString(), currency.getCurrencyCode());
      return null;
    }
    return new Money(amount, currency);
  }

  private <T> @Nullable T note(EnteredLine entered, JournalsError error, Object... details) {
    findings.add(error.at(entered.place(), details));
    return null;
  }

  /** Zero is what people write where nothing goes. */
  private static @Nullable BigDecimal given(@Nullable BigDecimal amount) {
    return amount == null || amount.signum() == 0 ? null : amount;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
