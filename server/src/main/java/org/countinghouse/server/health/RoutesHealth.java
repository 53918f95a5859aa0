package org.countinghouse.server.health;

import java.util.List;
import org.countinghouse.routes.RouteReadiness;
import org.countinghouse.routes.RouteReadiness.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what routes need is there: down only for what is broken, not for what still warms up. */
@Component("routes")
class RoutesHealth implements HealthIndicator {

  private final List<RouteReadiness> needs;

  RoutesHealth(List<RouteReadiness> needs) {
    this.needs = List.copyOf(needs);
  }

  @Override
  public Health health() {
    boolean broken = needs.stream().anyMatch(need -> need.state() == State.BROKEN);
    Health.Builder health = broken ? Health.down() : Health.up();
    needs.forEach(need -> health.withDetail(need.name(), need.state()));
    return health.build();
  }
}
