package org.countinghouse.close;

import java.util.Arrays;
import java.util.List;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/** What the close itself adds at the end of every checklist, in order. */
enum CloseStep {
  BALANCES_PROVED(
      "close.balances-proved",
      "accountant",
      "Stored balances equal the sum of the lines",
      "Gespeicherte Salden gleich Summe der Buchungszeilen"),
  TRIAL_BALANCE_REVIEWED(
      "close.trial-balance-reviewed",
      "accountant",
      "Trial balance reviewed",
      "Summen- und Saldenliste geprüft"),
  APPROVED(
      "close.approved", "cfo", "Approved by a second person", "Von zweiter Person freigegeben"),
  PERIOD_CLOSED(
      "close.period-closed", "controller", "Month closed for good", "Monat endgültig geschlossen"),
  REPORTED(
      "close.reports-packed", "controller", "Reports packed", "Berichtspaket zusammengestellt"),
  YEAR_CARRIED_FORWARD(
      "close.year-carried-forward",
      "controller",
      "Result of the year carried forward",
      "Jahresergebnis vorgetragen");

  private final String key;
  private final String owner;
  private final Title title;

  CloseStep(String key, String owner, String english, String german) {
    this.key = key;
    this.owner = owner;
    this.title = new Title(english, german);
  }

  String key() {
    return key;
  }

  String owner() {
    return owner;
  }

  Title title() {
    return title;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(CloseStep::key).toList();
  }
}
