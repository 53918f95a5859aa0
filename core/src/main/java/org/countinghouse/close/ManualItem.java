package org.countinghouse.close;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/**
 * Something a person signs off in every closing of an organization: that the bank was reconciled,
 * that provisions were looked at.
 *
 * @param id new for every version of an item
 * @param key {@code manual.} and a name in kebab case, unique among the organization's items
 * @param instructions what is to be looked at, in the owner's language; may be empty
 * @param owner the role whose members sign it off
 * @param after keys of the items that must be done before
 * @param evidence what must be given with the sign-off
 * @param frequency in which months
 * @param accounts the accounts it vouches for: one that moves afterwards opens the item again
 */
public record ManualItem(
    UUID id,
    UUID organizationId,
    String key,
    Title title,
    String instructions,
    String owner,
    List<String> after,
    Evidence evidence,
    Frequency frequency,
    Set<String> accounts) {

  /** How every key begins, so that none is taken for a module's. */
  public static final String PREFIX = "manual.";

  public ManualItem {
    instructions = instructions.strip();
    after = List.copyOf(after);
    accounts = new TreeSet<>(accounts);
  }

  /** What a sign-off must come with. */
  public enum Evidence {
    /** A sentence. */
    NOTE,
    /** A sentence and a file. */
    DOCUMENT
  }

  /** In which months an item is to be signed off. */
  public enum Frequency {
    MONTHLY(1),
    /** The last month of each quarter of the fiscal year. */
    QUARTERLY(3),
    /** The last month of the fiscal year. */
    YEARLY(12);

    private final int months;

    Frequency(int months) {
      this.months = months;
    }

    /** Whether it falls into the month of this number of the fiscal year, 1 to 12. */
    boolean fallsInto(int monthOfYear) {
      return monthOfYear % months == 0;
    }
  }
}
