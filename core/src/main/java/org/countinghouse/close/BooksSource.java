package org.countinghouse.close;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.close.certificate.CloseCertificate.Chain;
import org.countinghouse.close.certificate.FiguresSource;
import org.countinghouse.close.certificate.TrialBalanceCheck;
import org.countinghouse.close.certificate.Verification.Check;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** The books of this database, as they were known at the instant of a certificate. */
@Component
class BooksSource implements FiguresSource {

  private final Organizations organizations;
  private final CloseFigures figures;
  private final LedgerViewMapper views;

  BooksSource(Organizations organizations, CloseFigures figures, LedgerViewMapper views) {
    this.organizations = organizations;
    this.figures = figures;
    this.views = views;
  }

  @Override
  public List<Check> compare(CloseCertificate certificate) {
    Organization organization;
    try {
      organization = organizations.byCode(certificate.organization().code());
    } catch (BusinessException e) {
      return List.of(Check.of("organization", false, String.valueOf(e.getMessage())));
    }
    List<Check> checks = new ArrayList<>();
    checks.add(
        TrialBalanceCheck.of(
            "trial balance in the database",
            certificate,
            figures.asOf(organization.id(), certificate.asOf(), certificate.knownAt())));
    for (Chain chain : certificate.chains()) {
      checks.add(chainCheck(organization, chain));
    }
    return checks;
  }

  /** The journal that was last then is still there, under its number, with the same hash. */
  private Check chainCheck(Organization organization, Chain chain) {
    String found = views.findChainHash(organization.id(), chain.headNumber());
    return Check.of(
        "chain " + chain.series() + " " + chain.fiscalYear(),
        chain.headHash().equals(found),
        found == null
            ? "journal " + chain.headNumber() + " is gone"
            : "journal %s, %s".formatted(chain.headNumber(), found));
  }
}
