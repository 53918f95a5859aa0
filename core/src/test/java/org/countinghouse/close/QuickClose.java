package org.countinghouse.close;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.ids.Ids;
import org.countinghouse.revaluation.Revaluations;
import org.springframework.stereotype.Component;

/** Closes months the way the process does, without the process; for tests of what comes after. */
@Component
public class QuickClose {

  private static final Actor SYSTEM = Actor.system("test");

  private final Closings closings;
  private final ClosingReviews reviews;
  private final HardClose hardClose;
  private final CloseCertificates certificates;
  private final Checklists checklists;
  private final ClosingRoutines routines;
  private final Depreciation depreciation;
  private final Revaluations revaluations;

  QuickClose(
      Closings closings,
      ClosingReviews reviews,
      HardClose hardClose,
      CloseCertificates certificates,
      Checklists checklists,
      ClosingRoutines routines,
      Depreciation depreciation,
      Revaluations revaluations) {
    this.closings = closings;
    this.reviews = reviews;
    this.hardClose = hardClose;
    this.certificates = certificates;
    this.checklists = checklists;
    this.routines = routines;
    this.depreciation = depreciation;
    this.revaluations = revaluations;
  }

  /** Closes and certifies a month; two people do it. */
  public IssuedCertificate close(UUID organization, YearMonth period, Actor maker, Actor checker) {
    Closing closing = closings.register(organization, period, maker);
    UUID run = Ids.next();
    checklists.check(closing.id(), maker);
    reviews.lockSubledgers(closing.id(), maker);
    depreciation.run(organization, period, SYSTEM);
    revaluations.revalue(organization, period, SYSTEM);
    for (String job : routines.jobs()) {
      routines.ended(closing.id(), job, run, List.of(), maker);
    }
    checklists.check(closing.id(), maker);
    reviews.proved(closing.id(), SYSTEM, run);
    reviews.prepareReview(closing.id(), SYSTEM);
    reviews.review(closing.id(), maker);
    reviews.approve(closing.id(), checker);
    hardClose.close(closing.id(), hardClose.prove(closing.id()), run, SYSTEM);
    return certificates.issue(closing.id(), SYSTEM);
  }
}
