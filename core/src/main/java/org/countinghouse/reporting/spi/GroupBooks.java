package org.countinghouse.reporting.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;

/**
 * The figures of groups, translated and with what members owe each other taken out. A bean of the
 * module that consolidates; the statements ask it when a group is the scope.
 */
public interface GroupBooks {

  /** The group of this code. */
  Optional<ReportScope.OfGroup> find(String code);

  /**
   * Balances at the end of a day, debit positive, in the group's currency, of every account of
   * every member; eliminations and the translation difference are figures of their own. They sum to
   * zero.
   */
  List<Figure> balances(ReportScope.OfGroup group, LocalDate asOf, Instant knownAt);

  /**
   * What moved from the first day to the last, inclusive, debit positive, in the group's currency;
   * income and expense without the journals that carry a year's result forward.
   */
  List<Figure> movements(ReportScope.OfGroup group, LocalDate from, LocalDate to, Instant knownAt);

  /**
   * An amount on an account of a member.
   *
   * @param member whose chart the account belongs to; of an elimination the member it corrects
   * @param account code in the member's chart
   * @param name of the account
   * @param type of the account
   * @param source where the amount comes from
   * @param amount debit positive, in the group's currency
   */
  record Figure(
      Organization member,
      String account,
      String name,
      AccountType type,
      Source source,
      Money amount) {}

  /** Where an amount of a group comes from. */
  enum Source {
    /** A member's books, translated. */
    MEMBER,
    /** What translation at different rates leaves. */
    TRANSLATION,
    /** Taken out because it is between members. */
    ELIMINATION
  }
}
