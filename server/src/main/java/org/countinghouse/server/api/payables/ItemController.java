package org.countinghouse.server.api.payables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.DueItem;
import org.countinghouse.payables.NewSettlement;
import org.countinghouse.payables.Settlement;
import org.countinghouse.payables.Settlements;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due to suppliers, and what it was settled for. */
@RestController
@RequestMapping("/api/payables")
class ItemController {

  private static final String READ = "payables.item:read";
  private static final String SETTLE = "payables.item:settle";

  private final Settlements settlements;

  ItemController(Settlements settlements) {
    this.settlements = settlements;
  }

  /** An item with its settlements, in the order of recording. */
  record ItemView(DueItem item, List<Settlement> settlements) {}

  /**
   * What an item was settled for.
   *
   * @param amount of the item, in its currency, without sign
   * @param bankAccount the ledger's account; absent: the organization's bank
   * @param bankAmount in that account's currency, without sign; absent: by the rate of the day
   */
  record SettlementBody(
      @NotNull LocalDate settledOn,
      @NotNull @Positive BigDecimal amount,
      @Nullable String bankAccount,
      @Nullable @Positive BigDecimal bankAmount,
      @NotBlank @Size(max = 200) String reference) {

    NewSettlement value() {
      return new NewSettlement(settledOn, amount, bankAccount, bankAmount, reference);
    }
  }

  /** When and why a settlement is taken back. */
  record ReversalBody(
      @NotNull LocalDate postingDate, @NotNull @Size(min = 3, max = 500) String reason) {}

  /** Due items by due day; the settled ones too where asked for. */
  @GetMapping("/items")
  List<DueItem> list(
      @RequestParam String organization,
      @RequestParam(defaultValue = "true") boolean openOnly,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return settlements.items(where.id(), openOnly, limit);
  }

  /** One item with its settlements. */
  @GetMapping("/items/{id}")
  ItemView item(@PathVariable UUID id, Caller caller) {
    DueItem item = settlements.requireItem(id);
    caller.require(READ, item.organizationId());
    return new ItemView(item, settlements.of(id));
  }

  /** Records what an item was settled for: posts the payment and what the rate gained or lost. */
  @PostMapping("/items/{id}/settlements")
  ResponseEntity<Settlement> settle(
      @PathVariable UUID id, @RequestBody @Valid SettlementBody body, Caller caller) {
    caller.require(SETTLE, settlements.requireItem(id).organizationId());
    return created(settlements.settle(id, body.value(), caller.actor()));
  }

  /** Takes a settlement back; once only. */
  @PostMapping("/settlements/{id}/reversals")
  ResponseEntity<Settlement> reverse(
      @PathVariable UUID id, @RequestBody @Valid ReversalBody body, Caller caller) {
    caller.require(SETTLE, settlements.require(id).organizationId());
    return created(settlements.reverse(id, body.postingDate(), body.reason(), caller.actor()));
  }

  private static ResponseEntity<Settlement> created(Settlement settlement) {
    return ResponseEntity.created(URI.create("/api/payables/items/" + settlement.itemId()))
        .body(settlement);
  }
}
