package org.countinghouse.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.countinghouse.assets.AssetsWorld.ACCOUNTANT;
import static org.countinghouse.assets.AssetsWorld.eur;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AssetImportTests {

  @Autowired AssetsWorld world;
  @Autowired AssetImport imports;
  @Autowired AssetRegister register;
  @Autowired Depreciation depreciation;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newCompany() {
    org = world.company().id();
  }

  @Test
  void registerOfAnotherSystemIsTakenOver() {
    List<Asset> entered =
        imports.run(
            org,
            bytes(
                """
                tag;name;category;cost;acquired_on;in_service_on;accumulated;cost_centre;method;convention;life_months;annual_rate
                A-1;Press;MACHINES;12000.00;2025-01-01;2022-07-04;7500;CC200;;;;
                A-2;Saw;MACHINES;8000;2025-01-01;2024-01-01;3200.00;CC100;declining;half-year;60;0.4
                A-3;Yard;LAND;50000;2025-01-01;2010-05-01;0;;;;;
                """),
            ACCOUNTANT);
    assertThat(entered)
        .extracting(Asset::number)
        .containsExactly("FA-000001", "FA-000002", "FA-000003");
    assertThat(entered.get(1).terms().method()).isEqualTo(Method.DECLINING);
    assertThat(entered.get(1).terms().convention()).isEqualTo(Convention.HALF_YEAR);
    assertThat(register.value(entered.get(0).id()).bookValue()).isEqualTo(eur("4500.00"));
    // the press 150.00; the saw 4,800 x 40 % / 12 = 160.00
    assertThat(depreciation.due(org, YearMonth.of(2025, 1)))
        .extracting(charge -> charge.amount().toString())
        .containsExactly("150.00 EUR", "160.00 EUR");
  }

  @Test
  void everyFaultIsNamedWithItsRowAndNothingIsEntered() {
    BusinessException refusal =
        catchThrowableOfType(
            BusinessException.class,
            () ->
                imports.run(
                    org,
                    bytes(
                        """
                        name,category,cost,acquired_on,cost_centre,method,tag
                        Good,MACHINES,100.00,2025-01-02,CC100,,T1
                        No cost,MACHINES,,2025-01-02,CC100,,
                        Unknown,TOOLS,100.00,2025-01-02,CC100,,
                        Nowhere,MACHINES,100.00,2025-01-02,CC999,,
                        Fine,MACHINES,100.005,2025-13-02,CC100,quadratic,
                        Again,MACHINES,100.00,2025-01-02,CC100,,T1
                        """),
                    ACCOUNTANT));
    assertThat(refusal.code().id()).isEqualTo("assets.import-refused");
    assertThat(refusal.findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("row 3", "tables.missing"),
            tuple("row 4", "assets.category-unknown"),
            tuple("row 5", "assets.cost-centre-unknown"),
            tuple("row 6", "assets.amount-invalid"),
            tuple("row 6", "tables.date"),
            tuple("row 6", "assets.amount-invalid"),
            tuple("row 7", "assets.tag-taken"));
    assertThat(register.list(new AssetRegister.Query(org, null, null, null, 10, 0))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
