package org.countinghouse.server.api.currency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;
import org.countinghouse.currency.PublishedRate;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateFilter;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What currencies were worth: as published, and as the books use it. */
@RestController
@RequestMapping("/api/currency/rates")
class RateController {

  private static final String READ = "currency.rate:read";
  private static final String MANAGE = "currency.rate:manage";

  private final FxRates rates;
  private final RateBook book;

  RateController(FxRates rates, RateBook book) {
    this.rates = rates;
    this.book = book;
  }

  /**
   * The rate the books use.
   *
   * @param rate units of {@code to} for one {@code from}
   */
  record RateView(
      Currency from, Currency to, BigDecimal rate, LocalDate publishedOn, String source) {

    static RateView of(Currency from, Currency to, FxRate rate) {
      return new RateView(
          from, to, rate.rate().stripTrailingZeros(), rate.publishedOn(), rate.source());
    }
  }

  /** Rates entered by hand, all or none. */
  record RatesBody(
      @NotBlank @Size(max = 100) String source,
      @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull Quote> rates) {}

  /** Units of {@code quote} for one {@code base}. */
  record Quote(
      @NotNull Currency base,
      @NotNull Currency quote,
      @NotNull LocalDate publishedOn,
      @NotNull BigDecimal rate) {

    RateQuote value() {
      return new RateQuote(base, quote, publishedOn, rate);
    }
  }

  /** The right figure, and why the known one is wrong. */
  record CorrectionBody(
      @NotNull BigDecimal rate, @NotNull @Size(min = 3, max = 500) String reason) {}

  /** Published rates, the latest day first; at most 1000. */
  @GetMapping
  List<PublishedRate> list(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable Currency currency,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    String code = currency == null ? null : currency.getCurrencyCode();
    return rates.list(new RateFilter(where.id(), code, from, to, limit));
  }

  /** The rate that counts on a day: the last one published, at most seven days old. */
  @GetMapping("/effective")
  RateView effective(
      @RequestParam String organization,
      @RequestParam Currency from,
      @RequestParam Currency to,
      @RequestParam LocalDate on,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return RateView.of(from, to, rates.rate(where.id(), from, to, on));
  }

  /** The mean of the rates published in a month. */
  @GetMapping("/average")
  RateView average(
      @RequestParam String organization,
      @RequestParam Currency from,
      @RequestParam Currency to,
      @RequestParam YearMonth month,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return RateView.of(from, to, rates.average(where.id(), from, to, month));
  }

  /** Enters rates; the same ones again change nothing, others of a known day are refused. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RateBook.Recorded record(
      @RequestParam String organization, @RequestBody @Valid RatesBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return book.record(
        where.id(),
        body.rates().stream().map(Quote::value).toList(),
        body.source().strip(),
        null,
        caller.actor());
  }

  /** Puts another figure in the place of a wrong one; what was posted by it stays. */
  @PostMapping("/{id}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  PublishedRate correct(
      @PathVariable UUID id, @RequestBody @Valid CorrectionBody body, Caller caller) {
    caller.require(MANAGE, book.require(id).organizationId());
    return book.correct(id, body.rate(), body.reason(), caller.actor());
  }
}
