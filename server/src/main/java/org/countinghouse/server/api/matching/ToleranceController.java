package org.countinghouse.server.api.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.countinghouse.matching.Limit;
import org.countinghouse.matching.ToleranceBook;
import org.countinghouse.matching.Tolerances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How exactly invoices must match. */
@RestController
@RequestMapping("/api/matching/tolerances")
class ToleranceController {

  private static final String READ = "matching.match:read";
  private static final String MANAGE = "matching.tolerance:manage";

  private final ToleranceBook book;

  ToleranceController(ToleranceBook book) {
    this.book = book;
  }

  /**
   * What is still taken as the same; amounts in base currency. A limit that is absent does not
   * count; where percentage and amount are given both must be kept; without either nothing more is
   * taken.
   *
   * @param priceAmount more than ordered per line
   * @param quantityAmount more than ordered per order line, in its unit
   * @param chargeAmount freight and the like that nobody ordered; absent: none
   * @param taxAmount by how much the tax of a rate may differ; absent: a cent
   */
  record ToleranceBody(
      @Nullable BigDecimal pricePercent,
      @Nullable BigDecimal priceAmount,
      @Nullable BigDecimal quantityPercent,
      @Nullable BigDecimal quantityAmount,
      @Nullable BigDecimal chargeAmount,
      @Nullable BigDecimal taxAmount) {

    Tolerances value() {
      return new Tolerances(
          new Limit(pricePercent, priceAmount),
          new Limit(quantityPercent, quantityAmount),
          chargeAmount == null ? BigDecimal.ZERO : chargeAmount,
          taxAmount == null ? Tolerances.EXACT.tax() : taxAmount);
    }
  }

  /** The organization's tolerances and those of single suppliers. */
  @GetMapping
  List<ToleranceBook.Entry> list(@RequestParam String organization, Caller caller) {
    return book.list(caller.organization(organization, READ).id());
  }

  /** Sets them; with a supplier, for his invoices only. */
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void set(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable UUID supplier,
      @RequestBody @NotNull @Valid ToleranceBody body,
      Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    book.set(where.id(), supplier, body.value(), caller.actor());
  }

  /** Lets the organization's count for a supplier again. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void clear(@RequestParam String organization, @RequestParam UUID supplier, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    book.clear(where.id(), supplier, caller.actor());
  }
}
