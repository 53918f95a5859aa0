package org.countinghouse.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;

@Mapper
interface FxRateMapper {

  /** Current rates between any two of the currencies, published on these days. */
  List<QuoteRow> listQuotes(
      @Param("organizationId") UUID organizationId,
      @Param("currencies") String[] currencies,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last);

  List<PublishedRate> list(@Param("filter") RateFilter filter);

  /** The current rate of this id. */
  @Nullable PublishedRate find(@Param("id") UUID id);

  /** Rates that are known with another figure. */
  List<DifferentRow> listDifferent(
      @Param("organizationId") UUID organizationId,
      @Param("quotes") QuoteColumns quotes,
      @Param("limit") int limit);

  /** New rates further than a share of it from the last one known before their day. */
  List<DifferentRow> listJumps(
      @Param("organizationId") UUID organizationId,
      @Param("quotes") QuoteColumns quotes,
      @Param("share") BigDecimal share);

  /** Keeps those that are new. */
  int insert(
      @Param("organizationId") UUID organizationId,
      @Param("quotes") QuoteColumns quotes,
      @Param("source") String source,
      @Param("documentId") @Nullable UUID documentId,
      @Param("by") String by,
      @Param("at") Instant at);

  int supersede(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  void insertCorrection(@Param("row") PublishedRate row);

  /** What is needed of a rate to calculate with it. */
  record QuoteRow(
      String base, String quote, LocalDate publishedOn, BigDecimal rate, String source) {}

  /** A rate handed in, beside the one that is known. */
  record DifferentRow(
      String base,
      String quote,
      LocalDate publishedOn,
      BigDecimal rate,
      BigDecimal known,
      LocalDate knownOn) {

    String place() {
      return "%s %s/%s".formatted(publishedOn, base, quote);
    }

    String stated() {
      return "1 %s = %s %s on %s".formatted(base, rate.toPlainString(), quote, publishedOn);
    }
  }

  /** Rates as columns: as many as there are go in one statement. */
  record QuoteColumns(
      String[] ids, String[] bases, String[] quotes, LocalDate[] days, BigDecimal[] rates) {

    static QuoteColumns of(Collection<RateQuote> all) {
      return new QuoteColumns(
          all.stream().map(quote -> Ids.next().toString()).toArray(String[]::new),
          all.stream().map(quote -> quote.base().getCurrencyCode()).toArray(String[]::new),
          all.stream().map(quote -> quote.quote().getCurrencyCode()).toArray(String[]::new),
          all.stream().map(RateQuote::publishedOn).toArray(LocalDate[]::new),
          all.stream().map(RateQuote::rate).toArray(BigDecimal[]::new));
    }
  }
}
