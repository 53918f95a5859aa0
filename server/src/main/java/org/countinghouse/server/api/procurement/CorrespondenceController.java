package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.OrderLetters;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.OrderResponses;
import org.countinghouse.procurement.correspondence.ResponseDecisions;
import org.countinghouse.procurement.correspondence.SentLetter;
import org.countinghouse.server.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What suppliers were told about orders and what they answered. */
@RestController
@RequestMapping("/api/procurement")
class CorrespondenceController {

  private static final String READ = OrderController.READ;
  private static final String PLACE = OrderController.PLACE;

  private final PurchaseOrders orders;
  private final OrderLetters letters;
  private final OrderResponses responses;
  private final ResponseDecisions decisions;

  CorrespondenceController(
      PurchaseOrders orders,
      OrderLetters letters,
      OrderResponses responses,
      ResponseDecisions decisions) {
    this.orders = orders;
    this.letters = letters;
    this.responses = responses;
    this.decisions = decisions;
  }

  /** What a buyer does about an answer that differs from the order. */
  record Settlement(
      OrderResponse.@NotNull Decision decision,
      @NotBlank @Size(min = 3, max = 500) String reason) {}

  /** What the supplier was told about an order; the documents are under {@code /api/documents}. */
  @GetMapping("/orders/{id}/letters")
  List<SentLetter> letters(@PathVariable UUID id, Caller caller) {
    caller.require(READ, orders.require(id).organizationId());
    return letters.of(id);
  }

  /** What the supplier answered to an order. */
  @GetMapping("/orders/{id}/responses")
  List<OrderResponse> responses(@PathVariable UUID id, Caller caller) {
    caller.require(READ, orders.require(id).organizationId());
    return responses.of(id);
  }

  /** Answers that differ from their orders and wait for a buyer; at most 500. */
  @GetMapping("/order-responses")
  List<OrderResponse> open(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, READ);
    return responses.open(where.id());
  }

  /** An answer. */
  @GetMapping("/order-responses/{id}")
  OrderResponse show(@PathVariable UUID id, Caller caller) {
    OrderResponse response = responses.require(id);
    caller.require(READ, response.organizationId());
    return response;
  }

  /** Settles an answer: takes it over, insists on the order, or cancels it. */
  @PostMapping("/order-responses/{id}/settlements")
  OrderResponse settle(
      @PathVariable UUID id, @RequestBody @Valid Settlement settlement, Caller caller) {
    caller.require(PLACE, responses.require(id).organizationId());
    return decisions.settle(id, settlement.decision(), settlement.reason(), caller.actor());
  }
}
