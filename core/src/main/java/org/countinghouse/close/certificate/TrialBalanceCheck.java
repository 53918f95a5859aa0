package org.countinghouse.close.certificate;

import java.util.List;
import java.util.stream.Collectors;
import org.countinghouse.close.certificate.CloseCertificate.Difference;
import org.countinghouse.close.certificate.Verification.Check;

/** Holds certified figures against others. */
public final class TrialBalanceCheck {

  private static final int SHOWN_MAX = 5;

  private TrialBalanceCheck() {}

  /** One check: equal, or the first accounts that differ. */
  public static Check of(String name, CloseCertificate certificate, Figures actual) {
    Figures certified = certificate.trialBalance();
    List<Difference> differences = certified.differencesTo(actual);
    if (differences.isEmpty()) {
      return Check.of(name, true, certified.rows().size() + " accounts agree");
    }
    String shown =
        differences.stream()
            .limit(SHOWN_MAX)
            .map(d -> "%s certified %s, found %s".formatted(d.account(), d.after(), d.before()))
            .collect(Collectors.joining("; "));
    return Check.of(name, false, differences.size() + " accounts differ: " + shown);
  }
}
