package org.countinghouse.server.api.payables;

import java.util.UUID;
import org.countinghouse.documents.Document;
import org.countinghouse.payments.Payments;
import org.countinghouse.payments.RemittanceAdvices;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What suppliers are told about payments. */
@RestController
@RequestMapping("/api/payments/payments/{id}/advices")
class RemittanceController {

  private static final String READ = "payments.payment:read";

  private final RemittanceAdvices advices;
  private final Payments payments;

  RemittanceController(RemittanceAdvices advices, Payments payments) {
    this.advices = advices;
    this.payments = payments;
  }

  /** The remittance advice of a payment as a PDF among the documents; the same one every time. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Document print(@PathVariable UUID id, Caller caller) {
    caller.require(READ, payments.require(id).organizationId());
    return advices.print(id);
  }
}
