package org.countinghouse.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.procurement.OrderWorld.line;

import java.util.List;
import java.util.Objects;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes made past every guard to orders are seen. */
@DatabaseTest
class OrderVerifierTests {

  @Autowired BookVerifier verifier;
  @Autowired OrderWorld world;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          procurement/orders-agree-with-versions | update procurement.order_lines set net = net + 1 where organization_id = '%s'
          procurement/orders-agree-with-versions | update procurement.order_lines set quantity = quantity + 1 where organization_id = '%s'
          procurement/orders-agree-with-versions | update procurement.orders set version = 2 where organization_id = '%s'
          procurement/orders-agree-with-versions | update procurement.orders set state = 'DRAFT' where organization_id = '%s'
          procurement/maker-is-not-checker | update procurement.order_versions set approved_by = agreed_by where organization_id = '%s'
          procurement/maker-is-not-checker | update procurement.order_versions set approved_by = 'nobody' where organization_id = '%s'
          procurement/numbers-gapless | update procurement.number_series set last_number = 7 where organization_id = '%s'
          """)
  void tamperingIsSeen(String check, String change) {
    Company company = world.company();
    world.issued(company, line("Paper", "40", "18.95"));
    assertThat(failing(verifier.verify())).doesNotContain(check);
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  jdbc.execute("alter table procurement.order_versions disable trigger user");
                  jdbc.execute(
                      "alter table procurement.order_versions"
                          + " drop constraint ck_order_versions__approver_is_not_maker");
                  assertThat(jdbc.update(change.formatted(company.id()))).isPositive();
                  return verifier.verify();
                }));
    assertThat(failing(results)).contains(check);
  }

  private static List<String> failing(List<CheckResult> results) {
    return results.stream().filter(result -> !result.holds()).map(CheckResult::check).toList();
  }
}
