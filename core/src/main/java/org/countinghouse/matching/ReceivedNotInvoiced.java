package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came by the end of a day and was not in the books as an invoice by then: what a month's end
 * accrues, by account, cost centre and project, with a journal that reverses itself.
 */
@Service
@Transactional(readOnly = true)
public class ReceivedNotInvoiced {

  private final MatchMapper mapper;
  private final Organizations organizations;

  ReceivedNotInvoiced(MatchMapper mapper, Organizations organizations) {
    this.mapper = mapper;
    this.organizations = organizations;
  }

  /**
   * What of one order line is owed without an invoice.
   *
   * @param quantity in the order line's unit
   * @param amount without tax, in base currency at the rate of the order; null where there was no
   *     rate
   */
  public record Line(
      UUID orderLineId,
      String orderNumber,
      int position,
      String name,
      String supplier,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      BigDecimal quantity,
      String unit,
      @Nullable Money amount) {}

  /** By order and position. */
  public List<Line> list(UUID organizationId, LocalDate asOf) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    return mapper.listReceivedNotInvoiced(organizationId, asOf).stream()
        .map(
            row ->
                new Line(
                    row.orderLineId(),
                    row.orderNumber(),
                    row.position(),
                    row.name(),
                    row.supplier(),
                    row.account(),
                    row.costCentre(),
                    row.project(),
                    row.quantity(),
                    row.unit(),
                    row.amount() == null
                        ? null
                        : Money.rounded(row.amount(), base, RoundingMode.HALF_UP)))
        .toList();
  }
}
