package org.countinghouse.payables;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invoices of the month must be posted or rejected before it closes. */
@Component
class SignOffsCheck implements ReadinessCheck {

  static final String KEY = "payables.sign-offs-finished";

  private static final int LOOKED_UP_MAX = 500;

  private final Payables payables;
  private final Invoices invoices;

  SignOffsCheck(Payables payables, Invoices invoices) {
    this.payables = payables;
    this.invoices = invoices;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Title title() {
    return new Title(
        "Every supplier invoice of the month is posted or rejected",
        "Jede Eingangsrechnung des Monats ist gebucht oder abgelehnt");
  }

  /** A document on its way in may be an invoice of the month. */
  @Override
  public Set<String> after() {
    return Set.of("exchange.open-documents");
  }

  @Override
  public boolean endsWithTheLock() {
    return true;
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    List<String> unfinished = payables.unfinished(organizationId, period);
    Map<String, Invoices.Entry> known =
        unfinished.isEmpty() ? Map.of() : openByNumber(organizationId);
    return Readiness.of(
        unfinished.stream().map(number -> item(number, known.get(number))).toList(),
        Map.of("unfinishedInvoices", Integer.toString(unfinished.size())));
  }

  private Map<String, Invoices.Entry> openByNumber(UUID organizationId) {
    return Stream.of(InvoiceState.values())
        .filter(InvoiceState::isOpen)
        .map(state -> new InvoiceFilter(organizationId, state, null, null, LOOKED_UP_MAX))
        .flatMap(filter -> invoices.list(filter).stream())
        .collect(Collectors.toMap(Invoices.Entry::documentNumber, Function.identity()));
  }

  private static OpenItem item(String number, Invoices.@Nullable Entry entry) {
    if (entry == null) {
      return new OpenItem("supplier-invoice", number, "Finish its sign-off.", "");
    }
    return new OpenItem(
        "supplier-invoice",
        number,
        "%s, %s of %s, %s: finish its sign-off."
            .formatted(entry.supplierName(), entry.number(), entry.issuedOn(), entry.payable()),
        "/api/payables/invoices/" + entry.id());
  }
}
