package org.countinghouse.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.currency.FxRateMapper.QuoteColumns;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps rates as they are published. A rate that is known is never overwritten, since journals may
 * rest on it: a wrong one is corrected with a reason, and the wrong one stays to be seen.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class RateBook {

  private static final String RESOURCE = "currency.rate";
  private static final int SCALE_MAX = 10;
  private static final int DIGITS_MAX = 20;
  private static final int FINDINGS_MAX = 100;
  private static final int REASON_LENGTH_MIN = 3;
  private static final BigDecimal JUMP = new BigDecimal("0.2");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FxRateMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  RateBook(FxRateMapper mapper, Organizations organizations, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What became of rates handed in.
   *
   * @param added that were new
   * @param known that were there already, with the same figure
   * @param warnings new rates far from the last known of their pair
   */
  public record Recorded(int added, int known, List<Finding> warnings) {

    public Recorded {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Takes in rates; all or none. Handing in the same again changes nothing.
   *
   * @param source who published them
   * @param documentId the stored file that states them; null when entered by hand
   * @throws BusinessException {@code currency.rate-invalid}, {@code currency.rate-in-future},
   *     {@code currency.rate-differs} (every rate concerned as a finding)
   */
  public Recorded record(
      UUID organizationId,
      Collection<RateQuote> quotes,
      String source,
      @Nullable UUID documentId,
      Actor by) {
    check(organizationId, quotes);
    QuoteColumns columns = QuoteColumns.of(quotes);
    refuseDifferent(organizationId, columns);
    List<Finding> warnings =
        mapper.listJumps(organizationId, columns, JUMP).stream().map(RateBook::jump).toList();
    int added =
        mapper.insert(organizationId, columns, source, documentId, by.username(), clock.instant());
    if (added > 0) {
      audit.record(
          new AuditEntry(
              organizationId,
              by,
              "recorded",
              RESOURCE,
              source,
              null,
              Map.of("rates", added, "document", documentId == null ? "" : documentId.toString())));
    }
    return new Recorded(added, quotes.size() - added, warnings);
  }

  /**
   * Puts another figure in the place of a published one; what was posted by the old one stays.
   *
   * @throws BusinessException {@code currency.rate-unknown}, {@code currency.reason-missing},
   *     {@code currency.rate-invalid}
   */
  public PublishedRate correct(UUID rateId, BigDecimal rate, String reason, Actor by) {
    PublishedRate old = require(rateId);
    var quote =
        new RateQuote(
            Currency.getInstance(old.base()),
            Currency.getInstance(old.quote()),
            old.publishedOn(),
            rate);
    if (!isValid(quote)) {
      throw CurrencyError.RATE_INVALID.with(quote);
    }
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw CurrencyError.REASON_MISSING.with(quote);
    }
    if (mapper.supersede(rateId, by.username(), clock.instant()) == 0) {
      throw CurrencyError.RATE_UNKNOWN.with(rateId); // somebody else was faster
    }
    var corrected =
        new PublishedRate(
            Ids.next(),
            old.organizationId(),
            old.base(),
            old.quote(),
            old.publishedOn(),
            rate,
            old.source(),
            null,
            rateId,
            reason.strip(),
            by.username(),
            clock.instant());
    mapper.insertCorrection(corrected);
    audit.record(
        new AuditEntry(
            old.organizationId(), by, "corrected", RESOURCE, quote.toString(), old, corrected));
    return corrected;
  }

  /**
   * The current rate of this id.
   *
   * @throws BusinessException {@code currency.rate-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public PublishedRate require(UUID rateId) {
    PublishedRate known = mapper.find(rateId);
    if (known == null) {
      throw CurrencyError.RATE_UNKNOWN.with(rateId);
    }
    return known;
  }

  private void check(UUID organizationId, Collection<RateQuote> quotes) {
    // a day more: the source's zone may be ahead of the organization's
    LocalDate last =
        LocalDate.now(clock.withZone(organizations.byId(organizationId).zone())).plusDays(1);
    List<Finding> findings = new ArrayList<>();
    for (RateQuote quote : quotes) {
      if (!isValid(quote)) {
        findings.add(CurrencyError.RATE_INVALID.at(place(quote), quote));
      } else if (quote.publishedOn().isAfter(last)) {
        findings.add(CurrencyError.RATE_IN_FUTURE.at(place(quote), quote));
      }
      if (findings.size() == FINDINGS_MAX) {
        break;
      }
    }
    if (!findings.isEmpty()) {
      Finding first = findings.get(0);
      CurrencyError code =
          first.code().equals(CurrencyError.RATE_INVALID.id())
              ? CurrencyError.RATE_INVALID
              : CurrencyError.RATE_IN_FUTURE;
      throw code.withFindings(findings, first.place());
    }
  }

  private static boolean isValid(RateQuote quote) {
    BigDecimal rate = quote.rate().stripTrailingZeros();
    return rate.signum() > 0
        && rate.scale() <= SCALE_MAX
        && rate.precision() - rate.scale() <= DIGITS_MAX - SCALE_MAX
        && !quote.base().equals(quote.quote());
  }

  private void refuseDifferent(UUID organizationId, QuoteColumns columns) {
    List<Finding> different =
        mapper.listDifferent(organizationId, columns, FINDINGS_MAX).stream()
            .map(
                row ->
                    CurrencyError.RATE_DIFFERS.at(
                        row.place(), row.stated(), row.known().toPlainString()))
            .toList();
    if (!different.isEmpty()) {
      throw CurrencyError.RATE_DIFFERS.withFindings(different, different.get(0).place(), "figure");
    }
  }

  private static Finding jump(FxRateMapper.DifferentRow row) {
    BigDecimal percent =
        row.rate()
            .subtract(row.known())
            .multiply(HUNDRED)
            .divide(row.known(), 1, RoundingMode.HALF_UP);
    return CurrencyError.RATE_JUMPS.at(
        row.place(),
        row.stated(),
        percent.toPlainString(),
        row.known().toPlainString(),
        row.knownOn());
  }

  private static String place(RateQuote quote) {
    return "%s %s/%s".formatted(quote.publishedOn(), quote.base(), quote.quote());
  }
}
