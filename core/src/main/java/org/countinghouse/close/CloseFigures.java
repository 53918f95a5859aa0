package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.close.certificate.CloseCertificate.Chain;
import org.countinghouse.close.certificate.CloseCertificate.JournalReference;
import org.countinghouse.close.certificate.Figures;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.TrialBalance;
import org.countinghouse.ledger.TrialBalances;
import org.springframework.stereotype.Component;

/** The ledger's figures, in the form a certificate states them. */
@Component
class CloseFigures {

  private final TrialBalances trialBalances;
  private final LedgerViewMapper views;
  private final CertificateMapper certificates;

  CloseFigures(
      TrialBalances trialBalances, LedgerViewMapper views, CertificateMapper certificates) {
    this.trialBalances = trialBalances;
    this.views = views;
    this.certificates = certificates;
  }

  /** As of the last day of the closing's month, as known at the instant. */
  Figures of(Closing closing, Instant knownAt) {
    return asOf(closing.organizationId(), closing.lastDay(), knownAt);
  }

  Figures asOf(UUID organizationId, LocalDate asOf, Instant knownAt) {
    TrialBalance balance = trialBalances.asOf(organizationId, asOf, knownAt);
    List<Figures.Row> rows =
        balance.rows().stream()
            .map(
                row ->
                    new Figures.Row(
                        row.account(),
                        row.name(),
                        row.type().name(),
                        row.debit(),
                        row.credit(),
                        row.balance()))
            .toList();
    return Figures.of(balance.currency().getCurrencyCode(), rows);
  }

  /** Whether the newest certificate of the month still states the figures of this instant. */
  boolean isCertified(UUID organizationId, YearMonth period, Instant now) {
    return newest(organizationId, period)
        .map(
            certificate ->
                certificate
                    .figuresHash()
                    .equals(asOf(organizationId, period.atEndOfMonth(), now).sha256()))
        .orElse(false);
  }

  Optional<IssuedCertificate> newest(UUID organizationId, YearMonth period) {
    return certificates.list(organizationId, period.atDay(1)).stream().findFirst();
  }

  /** Where the chains of the month's fiscal year stood at the instant, by series. */
  List<Chain> chains(UUID organizationId, YearMonth period, Instant knownAt) {
    return views.listChains(organizationId, Ledger.SERIES, period.atDay(1), knownAt);
  }

  /** Journals posted up to the day, recorded after one instant and up to another. */
  List<JournalReference> journalsBetween(
      UUID organizationId, LocalDate lastDay, Instant after, Instant upTo) {
    return views.listJournalsBetween(organizationId, lastDay, after, upTo);
  }
}
