package org.countinghouse.server.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.organizations.Organization;
import org.countinghouse.samples.SampleYear;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Exchange rates for the demo's years: invented, the same on every start, and those the sample year
 * books its foreign business by. Their source says so, that nobody takes them for published ones.
 */
@Component
@Profile("demo")
class DemoRates {

  private static final String SOURCE = "Demo (invented)";
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final List<Currency> OTHERS =
      List.of(Currency.getInstance("USD"), Currency.getInstance("GBP"));

  private final RateBook book;
  private final Clock clock;

  DemoRates(RateBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** On every weekday from the month before the first demo year until today. */
  void publish(Organization company, Actor by) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    int firstYear = today.getYear() - 1;
    SampleYear.Rates rates = new SampleYear(firstYear, 1).rates();
    List<RateQuote> quotes = new ArrayList<>();
    LocalDate first = LocalDate.of(firstYear - 1, 12, 1);
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        for (Currency other : OTHERS) {
          quotes.add(new RateQuote(EURO, other, day, rates.rate(EURO, other, day)));
        }
      }
    }
    book.record(company.id(), quotes, SOURCE, null, by);
  }
}
