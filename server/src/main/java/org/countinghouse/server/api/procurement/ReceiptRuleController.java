package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.procurement.receipts.ReceiptRule;
import org.countinghouse.procurement.receipts.ReceiptRules;
import org.countinghouse.server.api.procurement.ReceiptViews.RuleBody;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How much more than ordered is taken, and what a despatch advice is worth. */
@RestController
@RequestMapping("/api/procurement/receipt-rules")
class ReceiptRuleController {

  private static final String READ = "procurement.receipt:read";
  private static final String MANAGE = "procurement.receipt-rule:manage";

  private final ReceiptRules rules;

  ReceiptRuleController(ReceiptRules rules) {
    this.rules = rules;
  }

  /** Every rule that was set, the organization's first. */
  @GetMapping
  List<ReceiptRule> list(@RequestParam String organization, Caller caller) {
    return rules.list(caller.organization(organization, READ).id());
  }

  /** Sets the rule of the organization, or of one supplier. */
  @PutMapping
  ReceiptRule put(
      @RequestParam String organization, @RequestBody @Valid RuleBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    return rules.put(where.id(), body.rule(), caller.actor());
  }

  /** Takes a supplier's own rule away. */
  @DeleteMapping("/{supplierId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID supplierId, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    rules.remove(where.id(), supplierId, caller.actor());
  }
}
