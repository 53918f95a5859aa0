package org.countinghouse.consolidation;

/**
 * Accounts of a member and the account of the group they are part of.
 *
 * @param from first account code, compared as bytes
 * @param to last account code
 */
public record AccountRange(String from, String to, String groupAccount) {

  /** Whether the account is one of these. */
  public boolean contains(String account) {
    return from.compareTo(account) <= 0 && account.compareTo(to) <= 0;
  }

  boolean overlaps(AccountRange other) {
    return from.compareTo(other.to) <= 0 && other.from.compareTo(to) <= 0;
  }
}
