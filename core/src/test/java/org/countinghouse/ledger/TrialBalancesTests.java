package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Books.MAKER;
import static org.countinghouse.ledger.Books.rent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TrialBalancesTests {

  @Autowired TrialBalances trialBalances;
  @Autowired Ledger ledger;
  @Autowired Books books;

  @Test
  void countsToTheDayWithinAMonth() {
    UUID org = books.open();
    ledger.post(rent(org, LocalDate.of(2025, 1, 31), "T-1", "100.00"), MAKER);
    ledger.post(rent(org, LocalDate.of(2025, 2, 10), "T-2", "10.00"), MAKER);
    ledger.post(rent(org, LocalDate.of(2025, 2, 11), "T-3", "1.00"), MAKER);

    assertThat(rentAsOf(org, LocalDate.of(2025, 1, 30))).isEqualTo("none");
    assertThat(rentAsOf(org, LocalDate.of(2025, 1, 31))).isEqualTo("100.00");
    assertThat(rentAsOf(org, LocalDate.of(2025, 2, 10))).isEqualTo("110.00");
    assertThat(rentAsOf(org, LocalDate.of(2025, 2, 28))).isEqualTo("111.00");
    assertThat(rentAsOf(org, LocalDate.of(2026, 6, 15))).isEqualTo("111.00");
  }

  @Test
  void knowsWhatWasKnownAtAnInstant() {
    UUID org = books.open();
    Instant before = Instant.now();
    PostedJournal first = ledger.post(rent(org, LocalDate.of(2025, 3, 10), "K-1", "100.00"), MAKER);
    PostedJournal late = ledger.post(rent(org, LocalDate.of(2025, 1, 15), "K-2", "10.00"), MAKER);
    LocalDate march = LocalDate.of(2025, 3, 31);

    assertThat(trialBalances.asOf(org, march, before.minusSeconds(1)).rows()).isEmpty();
    assertThat(rentIn(trialBalances.asOf(org, march, first.recordedAt()))).isEqualTo("100.00");
    assertThat(rentIn(trialBalances.asOf(org, march, late.recordedAt()))).isEqualTo("110.00");
    assertThat(rentIn(trialBalances.asOf(org, LocalDate.of(2025, 1, 20), first.recordedAt())))
        .isEqualTo("none");
    assertThat(rentIn(trialBalances.asOf(org, LocalDate.of(2025, 1, 20), late.recordedAt())))
        .isEqualTo("10.00");
  }

  @Test
  void everyInstantOfAHistoryAddsUpAlike() {
    UUID org = books.open();
    List<PostedJournal> posted = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      LocalDate day = LocalDate.of(2025, 1 + (i * 5) % 12, 10);
      posted.add(ledger.post(rent(org, day, "H-" + i, "1.00"), MAKER));
    }
    for (int known = 0; known < posted.size(); known++) {
      Instant then = posted.get(known).recordedAt();
      assertThat(rentIn(trialBalances.asOf(org, LocalDate.of(2025, 12, 31), then)))
          .isEqualTo(known + 1 + ".00");
      long inSpring =
          posted.subList(0, known + 1).stream()
              .filter(journal -> journal.postingDate().isBefore(LocalDate.of(2025, 4, 16)))
              .count();
      assertThat(rentIn(trialBalances.asOf(org, LocalDate.of(2025, 4, 15), then)))
          .isEqualTo(inSpring == 0 ? "none" : inSpring + ".00");
    }
  }

  @Test
  void debitsAndCreditsAreEqualAndNotNetted() {
    UUID org = books.open();
    PostedJournal posted =
        ledger.post(rent(org, LocalDate.of(2025, 3, 10), "E-1", "100.00"), MAKER);
    ledger.reverse(posted.id(), LocalDate.of(2025, 3, 11), "Wrong", MAKER);

    TrialBalance march = trialBalances.asOf(org, LocalDate.of(2025, 3, 31));
    assertThat(march.totalDebit()).isEqualByComparingTo("200.00");
    assertThat(march.totalCredit()).isEqualByComparingTo("200.00");
    assertThat(march.rows()).allMatch(row -> row.debit().compareTo(row.credit()) == 0);
  }

  private String rentAsOf(UUID org, LocalDate day) {
    return rentIn(trialBalances.asOf(org, day));
  }

  private static String rentIn(TrialBalance balance) {
    return balance.rows().stream()
        .filter(row -> row.account().equals("6100"))
        .map(row -> row.balance().toPlainString())
        .findFirst()
        .orElse("none");
  }
}
