package org.countinghouse.payments;

import java.time.Clock;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells when the last payment of a run is on a statement or refused. */
@Component
class RunEnds {

  private final PaymentMapper mapper;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RunEnds(PaymentMapper mapper, ApplicationEventPublisher events, Clock clock) {
    this.mapper = mapper;
    this.events = events;
    this.clock = clock;
  }

  /** Looks at the runs of these payments, which just came to an end; one query. */
  void tell(UUID organizationId, UUID[] payments) {
    for (PaymentMapper.RunRow run : mapper.listEndedRuns(organizationId, payments)) {
      events.publishEvent(
          new PaymentRunAnswered(
              Ids.next(), organizationId, run.id(), run.number(), clock.instant()));
    }
  }
}
