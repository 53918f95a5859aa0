package org.countinghouse.close.certificate;

import java.util.List;

/**
 * What came out of checking a certificate.
 *
 * @param verdict the worst of the checks
 * @param subject the certificate in a few words; what it claims, true or not
 * @param checks everything that was looked at, in order
 */
public record Verification(Verdict verdict, String subject, List<Check> checks) {

  public Verification {
    checks = List.copyOf(checks);
  }

  /** How a check came out, and what the command line exits with. */
  public enum Verdict {
    /** Signature, key and figures are right. */
    VALID(0),
    /** The signature fits the file, but nobody here vouches for the key. */
    UNKNOWN_KEY(3),
    /** File or figures were changed. */
    INVALID(1),
    /** Not a certificate. */
    UNREADABLE(2);

    private final int exitCode;

    Verdict(int exitCode) {
      this.exitCode = exitCode;
    }

    /** Zero only for a certificate that holds. */
    public int exitCode() {
      return exitCode;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param name what
   * @param verdict how it came out
   * @param detail what was found
   */
  public record Check(String name, Verdict verdict, String detail) {

    /** Passed or invalid. */
    public static Check of(String name, boolean holds, String detail) {
      return new Check(name, holds ? Verdict.VALID : Verdict.INVALID, detail);
    }

    /** Whether nothing is the matter. */
    public boolean holds() {
      return verdict == Verdict.VALID;
    }
  }

  /** Whether the certificate holds. */
  public boolean isValid() {
    return verdict == Verdict.VALID;
  }

  static Verification of(String subject, List<Check> checks) {
    Verdict worst = Verdict.VALID;
    for (Check check : checks) {
      worst =
          worst == Verdict.VALID || check.verdict().ordinal() > worst.ordinal()
              ? check.verdict()
              : worst;
    }
    return new Verification(worst, subject, checks);
  }

  /** The result for a terminal: one line per check, then the verdict. */
  public String report() {
    StringBuilder text = new StringBuilder(subject).append('\n');
    for (Check check : checks) {
      text.append(check.holds() ? "  ok    " : "  FAIL  ")
          .append(check.name())
          .append(": ")
          .append(check.detail())
          .append('\n');
    }
    return text.append(verdict).append('\n').toString();
  }
}
