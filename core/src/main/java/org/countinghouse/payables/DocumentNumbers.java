package org.countinghouse.payables;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out human numbers without gaps: one that is taken in a failing transaction comes again. */
@Component
class DocumentNumbers {

  private final InvoiceMapper mapper;

  DocumentNumbers(InvoiceMapper mapper) {
    this.mapper = mapper;
  }

  /** The next number of a series that starts again each fiscal year: {@code PI-2026-000017}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(UUID organizationId, String series, int fiscalYear) {
    long number = mapper.nextNumber(organizationId, series, fiscalYear);
    return "%s-%d-%06d".formatted(series, fiscalYear, number);
  }

  /** The next number of a series that never starts again: {@code S-00017}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(UUID organizationId, String series) {
    return "%s-%05d".formatted(series, mapper.nextNumber(organizationId, series, 0));
  }
}
