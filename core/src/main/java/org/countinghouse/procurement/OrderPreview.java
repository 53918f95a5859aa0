package org.countinghouse.procurement;

import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a wording before anybody keeps it. */
@Service
public class OrderPreview {

  private final OrderStore store;
  private final OrderComposer composer;
  private final OrderGuard guard;
  private final OrderRules rules;
  private final BudgetCheck budgets;

  OrderPreview(
      OrderStore store,
      OrderComposer composer,
      OrderGuard guard,
      OrderRules rules,
      BudgetCheck budgets) {
    this.store = store;
    this.composer = composer;
    this.guard = guard;
    this.rules = rules;
    this.budgets = budgets;
  }

  /**
   * What would become of a wording.
   *
   * @param content null when it cannot even be kept
   * @param findings everything that keeps it from being handed in
   * @param rooms what it asks of budgets
   * @param increase what would need approval, in the order's currency; null without content
   */
  public record Assessment(
      @Nullable OrderContent content,
      List<Finding> findings,
      List<BudgetRoom> rooms,
      @Nullable Money increase) {

    public Assessment {
      findings = List.copyOf(findings);
      rooms = List.copyOf(rooms);
    }
  }

  /**
   * Says what would become of a wording; nothing is stored.
   *
   * @param orderId of the order it would change; null for a new one
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Assessment assess(UUID organizationId, @Nullable UUID orderId, OrderWish wish) {
    @Nullable OrderContent inForce =
        orderId == null ? null : store.inForce(orderId).map(OrderVersion::content).orElse(null);
    @Nullable OrderContent before =
        orderId == null ? null : guard.open(orderId).map(OrderVersion::content).orElse(inForce);
    OrderContent content;
    try {
      content =
          composer.compose(wish, guard.ground(organizationId, before, orderId, inForce != null));
    } catch (BusinessException e) {
      return new Assessment(null, e.findings(), List.of(), null);
    }
    @Nullable OrderContent agreed =
        orderId == null
            ? null
            : guard
                .open(orderId)
                .map(version -> OrderVersions.agreedBefore(version, inForce))
                .orElse(inForce);
    return new Assessment(
        content,
        rules.check(organizationId, content, guard.earliest(organizationId, inForce)),
        budgets.rooms(guard.question(organizationId, orderId, inForce, content)),
        OrderDifference.increase(agreed, content));
  }
}
