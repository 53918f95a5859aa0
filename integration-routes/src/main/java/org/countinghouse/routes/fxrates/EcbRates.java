package org.countinghouse.routes.fxrates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.countinghouse.currency.CurrencyError;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;

/**
 * The rates of one ECB file while it is read: units of another currency for one euro.
 *
 * @see <a
 *     href="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/">Euro
 *     foreign exchange reference rates</a>
 */
public final class EcbRates {

  /** Who published them. */
  public static final String SOURCE = "ECB";

  private static final int FINDINGS_MAX = 100;
  private static final Currency EURO = Currency.getInstance("EUR");

  /** The ECB writes a dot and no separators of thousands. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,10})?");

  private final Map<String, RateQuote> quotes = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /** What a file says that can be read to its end. */
  public record Content(List<RateQuote> quotes, String summary) {

    public Content {
      quotes = List.copyOf(quotes);
    }
  }

  /** The currency of this code, or a finding. */
  public Optional<Currency> currency(String code, String place) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      found(CurrencyError.CODE_UNKNOWN.at(place, code));
      return Optional.empty();
    }
  }

  /** Takes a rate, or finds what is wrong with it. */
  public void add(Currency currency, LocalDate day, String rate, String place) {
    if (!NUMBER.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
      found(CurrencyError.FILE_RATE.at(place, rate, currency));
      return;
    }
    var quote = new RateQuote(EURO, currency, day, new BigDecimal(rate));
    RateQuote before = quotes.putIfAbsent(day + " " + currency, quote);
    if (before != null && before.rate().compareTo(quote.rate()) != 0) {
      found(CurrencyError.RATE_DIFFERS.at(place, quote, before.rate().toPlainString()));
    }
  }

  /** Keeps a finding; of very many, the first. */
  public void found(Finding finding) {
    if (findings.size() < FINDINGS_MAX) {
      findings.add(finding);
    }
  }

  /** The reading: refused with everything that was found, or all rates. */
  public Reading<Content> reading() {
    if (findings.isEmpty() && quotes.isEmpty()) {
      found(CurrencyError.FILE_EMPTY.at(""));
    }
    if (!findings.isEmpty()) {
      return Reading.refused("ECB reference rates", findings, List.of());
    }
    String summary = summary();
    return Reading.of(new Content(List.copyOf(quotes.values()), summary), summary, List.of());
  }

  private String summary() {
    var days = new TreeSet<LocalDate>();
    var currencies = new TreeSet<String>();
    for (RateQuote quote : quotes.values()) {
      days.add(quote.publishedOn());
      currencies.add(quote.quote().getCurrencyCode());
    }
    String span = days.size() == 1 ? "of " + days.first() : days.first() + " to " + days.last();
    return "ECB reference rates %s: %d days, %d currencies, %d rates"
        .formatted(span, days.size(), currencies.size(), quotes.size());
  }
}
