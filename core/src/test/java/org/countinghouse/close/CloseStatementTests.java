package org.countinghouse.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.countinghouse.access.Actor;
import org.countinghouse.close.MonthBooks.Company;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a hard close asks of the database does not depend on how much was posted. */
@DatabaseTest
class CloseStatementTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final Actor JOB = Actor.system("test");

  @Autowired MonthBooks books;
  @Autowired Closings closings;
  @Autowired ClosingReviews reviews;
  @Autowired HardClose hardClose;

  @Test
  void hardCloseTakesTheSameStatementsForAnyNumberOfJournals() {
    statementsOfClose(1); // reference data is read
    long one = statementsOfClose(1);
    long many = statementsOfClose(60);

    // a connection that is new to the pool is told its organizations: a statement or two
    assertThat(many).isCloseTo(one, within(2L)).isLessThanOrEqualTo(120);
  }

  private long statementsOfClose(int sales) {
    Company company = books.company();
    for (int sale = 1; sale <= sales; sale++) {
      books.sell(company, JANUARY.atDay(15), "S" + sale, sale + ".00");
    }
    Closing closing = closings.register(company.id(), JANUARY, company.accountant());
    books.makeReady(closing, company.accountant());
    reviews.proved(closing.id(), JOB, Ids.next());
    reviews.prepareReview(closing.id(), JOB);
    reviews.review(closing.id(), company.accountant());
    reviews.approve(closing.id(), company.controller());
    HardClose.Proof proof = hardClose.prove(closing.id());
    return StatementCounter.of(() -> hardClose.close(closing.id(), proof, Ids.next(), JOB));
  }
}
