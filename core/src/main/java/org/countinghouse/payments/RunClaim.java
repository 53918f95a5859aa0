package org.countinghouse.payments;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.payables.spi.ItemClaim;
import org.springframework.stereotype.Component;

/** An item of a live run, and a settlement by one, are not settled by hand. */
@Component
class RunClaim implements ItemClaim {

  private final ProposalMapper mapper;

  RunClaim(ProposalMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<String> claimantOf(UUID organizationId, UUID itemId) {
    return Optional.ofNullable(mapper.findClaimant(organizationId, itemId));
  }

  @Override
  public Optional<String> paymentOf(UUID organizationId, UUID settlementId) {
    return Optional.ofNullable(mapper.findPaymentOf(organizationId, settlementId));
  }
}
