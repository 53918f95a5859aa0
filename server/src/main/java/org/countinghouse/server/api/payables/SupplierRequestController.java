package org.countinghouse.server.api.payables;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.SupplierRequest;
import org.countinghouse.payables.SupplierRequests;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the start form "Supplier" writes down before the process takes it. */
@RestController
@RequestMapping("/api/payables/supplier-requests")
class SupplierRequestController {

  private final SupplierRequests requests;

  SupplierRequestController(SupplierRequests requests) {
    this.requests = requests;
  }

  /** Checks a request and keeps it for its maker; the domain asks for the right it needs. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Kept keep(
      @RequestParam String organization,
      @RequestBody @NotNull SupplierRequest body,
      Caller caller) {
    Organization whose = caller.organization(organization);
    return new Kept(requests.keep(whose.id(), body, caller.actor()));
  }

  /** What the process is started with. */
  record Kept(UUID id) {}
}
