package org.countinghouse.reporting.report.assetregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.assets.Asset;
import org.countinghouse.assets.AssetDetails;
import org.countinghouse.assets.AssetDisposals;
import org.countinghouse.assets.AssetEvents;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.AssetsWorld;
import org.countinghouse.assets.Beginning;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.assets.Disposal;
import org.countinghouse.assets.NewAsset;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AssetRegisterReportTests {

  @Autowired AssetsWorld world;
  @Autowired Assets assets;
  @Autowired AssetEvents events;
  @Autowired AssetDisposals disposals;
  @Autowired Depreciation depreciation;
  @Autowired Reports reports;

  /** Worked out by hand: two machines, one taken over, one bought, added to and partly sold. */
  @Test
  void movementOfEachAssetIsShownBetweenTwoDays() throws IOException {
    Organization company = world.company();
    UUID org = company.id();
    assets.register(
        org,
        NewAsset.of(
                "Press",
                "MACHINES",
                AssetDetails.at("CC200"),
                Beginning.takenOver(day(1, 1), eur("12000.00"), eur("7500.00")))
            .from(LocalDate.of(2022, 7, 4)),
        AssetsWorld.ACCOUNTANT);
    Asset saw = assets.register(org, AssetsWorld.machine(day(1, 15)), AssetsWorld.ACCOUNTANT);
    run(org, 1);
    run(org, 2);
    events.add(saw.id(), day(3, 1), eur("580.00"), "1800", "Guard", AssetsWorld.ACCOUNTANT);
    run(org, 3);
    disposals.dispose(
        saw.id(),
        new Disposal(day(4, 2), eur("3290.00"), eur("3000.00"), "1800", "Half sold"),
        AssetsWorld.ACCOUNTANT);
    events.impair(saw.id(), day(4, 30), eur("100.00"), "Rust", AssetsWorld.ACCOUNTANT);

    ReportTable table =
        reports.run(
            "asset-register",
            company,
            Map.of("from", "2025-02-01", "to", "2025-04-30"),
            Locale.ENGLISH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reports.write(table, ReportFormat.CSV, Locale.ENGLISH, out);
    List<String> lines =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("FA-") || line.startsWith("Total"))
            .map(line -> line.replaceAll(",(DETAIL|TOTAL|detail|total),\\d$", ""))
            .toList();
    assertThat(lines)
        .containsExactly(
            "FA-000001,Press,CC200,2022-07-04,12000.00,0.00,0.00,12000.00,7650.00,300.00,0.00,0.00,7950.00,4050.00",
            "FA-000002,Machine,CC100,2025-01-15,6000.00,580.00,3290.00,3290.00,100.00,210.00,100.00,155.00,255.00,3035.00",
            "Total,,,,18000.00,580.00,3290.00,15290.00,7750.00,510.00,100.00,155.00,8205.00,7085.00");
  }

  private void run(UUID org, int month) {
    assertThat(depreciation.run(org, YearMonth.of(2025, month), AssetsWorld.ACCOUNTANT).refused())
        .isEmpty();
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2025, month, day);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
