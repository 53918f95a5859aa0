package org.countinghouse.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.countinghouse.assets.AssetsWorld.ACCOUNTANT;
import static org.countinghouse.assets.AssetsWorld.eur;
import static org.countinghouse.assets.AssetsWorld.machine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AssetsTests {

  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired AssetsWorld world;
  @Autowired Assets assets;
  @Autowired AssetEvents events;
  @Autowired AssetDisposals disposals;
  @Autowired AssetRegister register;
  @Autowired AssetUnits units;
  @Autowired Depreciation depreciation;
  @Autowired RegisterTiesCheck tiesCheck;
  @Autowired DepreciationRoutine routine;
  @Autowired TrialBalances trialBalances;
  @Autowired BookVerifier verifier;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newCompany() {
    org = world.company().id();
  }

  @Test
  void monthAfterMonthIsPostedOnceHoweverOftenItRuns() {
    Asset machine = assets.register(org, machine(day(1, 15)), ACCOUNTANT);
    assertThat(machine.number()).isEqualTo("FA-000001");

    for (int month = 1; month <= 3; month++) {
      Depreciation.Run run = run(month);
      assertThat(run.posted())
          .extracting(Depreciation.Posted::amount)
          .containsExactly(eur("100.00"));
      assertThat(run(month).posted()).isEmpty();
    }

    assertThat(balances(3))
        .containsEntry("0420", "6000.00")
        .containsEntry("0429", "-300.00")
        .containsEntry("6220", "300.00")
        .containsEntry("1800", "-6000.00");
    assertThat(register.value(machine.id()).bookValue()).isEqualTo(eur("5700.00"));
    assertTies(MARCH);
  }

  /** January is run after February: what January lacks goes to January, February stays right. */
  @Test
  void missedMonthIsMadeUpForInItsOwnMonth() {
    assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    assertThat(run(2).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("200.00"));
    assertThat(run(1).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("100.00"));
    assertThat(run(2).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("-100.00"));
    assertThat(balances(2)).containsEntry("0429", "-200.00");
    assertTies(YearMonth.of(2025, 2));
  }

  @Test
  void takenOverAssetGoesOnWithWhatIsLeftOfItsLife() {
    NewAsset old =
        NewAsset.of(
                "Old press",
                "MACHINES",
                AssetDetails.at("CC200"),
                Beginning.takenOver(day(1, 1), eur("12000.00"), eur("7500.00")))
            .from(LocalDate.of(2022, 7, 4));
    Asset press = assets.register(org, old, ACCOUNTANT);
    // 30 of 60 months are over; 4,500.00 is left for the other 30
    assertThat(run(1).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("150.00"));
    List<DepreciationSchedule.Line> schedule = register.schedule(press.id());
    assertThat(schedule).hasSize(30);
    assertThat(schedule.get(29).bookValue()).isEqualTo(eur("0.00"));
    assertThat(schedule.get(29).month()).isEqualTo(YearMonth.of(2027, 6));
  }

  @Test
  void whatIsAddedIsSpreadOverTheRestOfItsLife() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    events.add(machine.id(), day(3, 10), eur("580.00"), "1800", "Second tool", ACCOUNTANT);
    // 5,800 + 580 over 58 months
    assertThat(run(3).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("110.00"));
    assertTies(MARCH);
    assertThat(last(register.schedule(machine.id())).bookValue()).isEqualTo(eur("0.00"));
  }

  @Test
  void impairmentIsChargedAtOnceAndLowersWhatFollows() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    events.impair(machine.id(), day(2, 28), eur("2900.00"), "Fire", ACCOUNTANT);
    assertThat(run(2).posted()).as("February was right").isEmpty();
    // 5,800 - 2,900 over 58 months
    assertThat(run(3).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("50.00"));
    assertThat(balances(3)).containsEntry("6230", "2900.00").containsEntry("0429", "-3150.00");
    assertTies(MARCH);
    refused(
        () -> events.impair(machine.id(), day(3, 31), eur("2850.01"), "Flood", ACCOUNTANT),
        "assets.too-much");
  }

  @Test
  void newEstimateCountsFromItsMonthOnAndOnlyForward() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    // 5,800 less 200 over 28 of 30 months
    events.revise(machine.id(), MARCH, 30, eur("200.00"), "Worn sooner", ACCOUNTANT);
    assertThat(run(3).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("200.00"));
    assertThat(run(2).posted()).as("what is past stands").isEmpty();
    assertThat(last(register.schedule(machine.id())).bookValue()).isEqualTo(eur("200.00"));
    events.revise(machine.id(), MARCH, 58, eur("200.00"), "Not that soon", ACCOUNTANT);
    assertThat(run(3).posted())
        .as("the later estimate for the month counts")
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("-100.00"));
    refused(
        () ->
            events.revise(machine.id(), YearMonth.of(2025, 2), 30, eur("0.00"), "Late", ACCOUNTANT),
        "assets.after-depreciation");
    refused(
        () -> events.revise(machine.id(), MARCH, 2, eur("0.00"), "Over", ACCOUNTANT),
        "assets.amount-invalid");
    assertTies(MARCH);
  }

  @Test
  void disposalTakesCostAndDepreciationOutAndLeavesGainOrLoss() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    refused(
        () -> disposals.dispose(machine.id(), sold(day(3, 20), null, "5900.00"), ACCOUNTANT),
        "assets.depreciation-outstanding");
    run(2);
    AssetTransaction sold =
        disposals.dispose(machine.id(), sold(day(3, 20), null, "5900.00"), ACCOUNTANT);
    assertThat(sold.result()).isEqualTo(eur("100.00"));
    assertThat(balances(3))
        .containsEntry("0420", "0.00")
        .containsEntry("0429", "0.00")
        .containsEntry("4900", "-100.00");
    assertThat(run(3).posted()).as("the month of disposal does not count").isEmpty();
    assertTies(MARCH);
    refused(
        () -> events.impair(machine.id(), day(4, 1), eur("1.00"), "Late", ACCOUNTANT),
        "assets.gone");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void disposalAfterTheMonthWasRunTakesItsDepreciationBack() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    AssetTransaction scrapped =
        disposals.dispose(
            machine.id(),
            new Disposal(day(2, 27), null, eur("0.00"), null, "Scrapped"),
            ACCOUNTANT);
    assertThat(scrapped.result()).isEqualTo(eur("-5900.00"));
    assertThat(balances(2)).containsEntry("6220", "100.00").containsEntry("6900", "5900.00");
    assertThat(run(2).posted()).isEmpty();
    assertTies(YearMonth.of(2025, 2));
  }

  @Test
  void partOfAnAssetGoesWithItsPartOfTheDepreciation() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    AssetTransaction third =
        disposals.dispose(machine.id(), sold(day(3, 3), eur("2000.00"), "1000.00"), ACCOUNTANT);
    // a third of 200.00 is 66.67
    assertThat(third.accumulated()).isEqualTo(eur("-66.67"));
    assertThat(third.result()).isEqualTo(eur("-933.33"));
    assertThat(run(3).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("66.67"));
    assertThat(last(register.schedule(machine.id())).bookValue()).isEqualTo(eur("0.00"));
    assertTies(MARCH);
  }

  @Test
  void disposalThatWasAMistakeIsUndoneAndDepreciationMadeUpFor() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    AssetTransaction sold =
        disposals.dispose(machine.id(), sold(day(2, 10), null, "6000.00"), ACCOUNTANT);
    events.reverse(sold.id(), day(3, 5), "Wrong machine", ACCOUNTANT);
    assertThat(run(3).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("100.00"));
    assertThat(register.value(machine.id()))
        .isEqualTo(new AssetValue(eur("6000.00"), eur("300.00")));
    assertThat(balances(3)).containsEntry("4900", "0.00").containsEntry("0429", "-300.00");
    assertTies(MARCH);
    refused(
        () -> events.reverse(sold.id(), day(3, 6), "Again", ACCOUNTANT), "assets.not-reversible");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void acquisitionThatIsUndoneGivesBackItsDepreciation() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    AssetTransaction bought = register.transactions(machine.id()).get(0);
    events.reverse(bought.id(), day(1, 31), "Entered twice", ACCOUNTANT);
    assertThat(run(1).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("-100.00"));
    assertThat(balances(1).values()).allMatch(amount -> new BigDecimal(amount).signum() == 0);
  }

  /** 27,000 over 180,000 km is 0.15 a km; the residual is ten percent. */
  @Test
  void carIsWrittenDownByWhatItDrove() {
    TermsWish terms = new TermsWish(null, null, null, null, null, new BigDecimal("180000"), "km");
    Asset car =
        assets.register(
            org,
            NewAsset.of(
                    "Van",
                    "CARS",
                    AssetDetails.at("CC200"),
                    Beginning.boughtAgainst(day(1, 10), eur("30000.00"), "1800"))
                .with(terms),
            ACCOUNTANT);
    assertThat(routine.evidence(org, YearMonth.of(2025, 1)).openItems())
        .singleElement()
        .satisfies(item -> assertThat(item.detail()).contains("what asset FA-000001 produced"));
    report(car, 1, "1000");
    assertThat(run(1).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("150.00"));
    assertThat(routine.evidence(org, YearMonth.of(2025, 1)).isReady()).isTrue();
    report(car, 1, "1200");
    assertThat(routine.evidence(org, YearMonth.of(2025, 1)).isReady()).isFalse();
    assertThat(run(1).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("30.00"));
    report(car, 2, "999999");
    assertThat(run(2).posted())
        .extracting(Depreciation.Posted::amount)
        .containsExactly(eur("26820.00"));
    assertThat(register.value(car.id()).bookValue()).isEqualTo(eur("3000.00"));
  }

  @Test
  void landStaysWhatItCost() {
    assets.register(
        org,
        NewAsset.of(
            "Yard",
            "LAND",
            AssetDetails.NONE,
            Beginning.boughtAgainst(day(1, 2), eur("50000.00"), "1800")),
        ACCOUNTANT);
    assertThat(run(12).posted()).isEmpty();
    assertTies(YearMonth.of(2025, 12));
  }

  @Test
  void assetThatTheLedgerHasButNotTheRegisterIsFound() {
    assets.register(
        org,
        NewAsset.of(
            "Not in the ledger",
            "MACHINES",
            AssetDetails.at("CC100"),
            Beginning.bought(day(1, 2), eur("500.00"))),
        ACCOUNTANT);
    assertThat(tiesCheck.check(org, MARCH).tieOuts())
        .filteredOn(tie -> !tie.ties())
        .extracting(TieOut::account, tie -> tie.difference().toString())
        .containsExactly(tuple("0420", "-500.00 EUR"));
  }

  @Test
  void assetThatCannotBeWrittenDownIsNotEntered() {
    refused(
        () ->
            assets.register(
                org,
                NewAsset.of(
                    "Nowhere",
                    "MACHINES",
                    AssetDetails.NONE,
                    Beginning.bought(day(1, 2), eur("500.00"))),
                ACCOUNTANT),
        "assets.cost-centre-missing");
    refused(
        () ->
            assets.register(
                org,
                NewAsset.of(
                    "Car",
                    "CARS",
                    AssetDetails.at("CC100"),
                    Beginning.bought(day(1, 2), eur("500.00"))),
                ACCOUNTANT),
        "assets.terms-incomplete");
    refused(
        () -> assets.register(org, machine(day(1, 2), "0.00"), ACCOUNTANT),
        "assets.amount-invalid");
    assertThat(register.list(new AssetRegister.Query(org, null, null, null, 10, 0))).isEmpty();
  }

  @Test
  void nothingHappensBeforeTheLastDepreciation() {
    Asset machine = assets.register(org, machine(day(1, 1)), ACCOUNTANT);
    run(1);
    run(2);
    refused(
        () -> events.add(machine.id(), day(1, 31), eur("1.00"), null, "Late", ACCOUNTANT),
        "assets.after-depreciation");
  }

  private Depreciation.Run run(int month) {
    Depreciation.Run run = depreciation.run(org, YearMonth.of(2025, month), ACCOUNTANT);
    assertThat(run.refused()).isEmpty();
    return run;
  }

  private void report(Asset asset, int month, String made) {
    units.report(
        org,
        List.of(
            new AssetUnits.Reading(asset.id(), YearMonth.of(2025, month), new BigDecimal(made))),
        ACCOUNTANT);
  }

  private Map<String, String> balances(int month) {
    return trialBalances.asOf(org, YearMonth.of(2025, month).atEndOfMonth()).rows().stream()
        .collect(
            Collectors.toMap(
                TrialBalanceRow::account, row -> row.balance().setScale(2).toPlainString()));
  }

  private void assertTies(YearMonth period) {
    assertThat(tiesCheck.check(org, period).tieOuts()).isNotEmpty().allMatch(TieOut::ties);
    assertThat(routine.evidence(org, period).isReady()).isTrue();
  }

  private static Disposal sold(LocalDate on, @Nullable Money part, String proceeds) {
    return new Disposal(on, part, eur(proceeds), "1800", "Sold");
  }

  private static DepreciationSchedule.Line last(List<DepreciationSchedule.Line> lines) {
    return lines.get(lines.size() - 1);
  }

  private static void refused(ThrowingCallable attempt, String code) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            BusinessException.class, refusal -> assertThat(refusal.code().id()).isEqualTo(code));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2025, month, day);
  }
}
