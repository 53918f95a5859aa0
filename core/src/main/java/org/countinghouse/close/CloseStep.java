package org.countinghouse.close;

import java.util.Arrays;
import java.util.List;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/** What the close itself adds at the end of every checklist, in order. */
enum CloseStep {
  BALANCES_PROVED(
      "close.balances-proved",
      "Stored balances equal the sum of the lines",
      "Gespeicherte Salden gleich Summe der Buchungszeilen"),
  TRIAL_BALANCE_REVIEWED(
      "close.trial-balance-reviewed", "Trial balance reviewed", "Summen- und Saldenliste geprüft"),
  APPROVED("close.approved", "Approved by a second person", "Von zweiter Person freigegeben"),
  PERIOD_CLOSED("close.period-closed", "Month closed for good", "Monat endgültig geschlossen");

  private final String key;
  private final Title title;

  CloseStep(String key, String english, String german) {
    this.key = key;
    this.title = new Title(english, german);
  }

  String key() {
    return key;
  }

  Title title() {
    return title;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(CloseStep::key).toList();
  }
}
