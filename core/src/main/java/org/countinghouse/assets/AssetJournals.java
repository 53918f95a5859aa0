package org.countinghouse.assets;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.springframework.stereotype.Component;

/** How what happens to assets is entered in the books. */
@Component
class AssetJournals {

  static final String ACQUISITION = "assets:acquisition";
  static final String DEPRECIATION = "assets:depreciation";
  static final String IMPAIRMENT = "assets:impairment";
  static final String DISPOSAL = "assets:disposal";

  private final Ledger ledger;
  private final ChartOfAccounts chart;

  AssetJournals(Ledger ledger, ChartOfAccounts chart) {
    this.ledger = ledger;
    this.chart = chart;
  }

  /** The line with the asset's cost centre and project, where its account asks for them. */
  DraftLine placed(Asset asset, DraftLine line) {
    Set<String> asked =
        chart
            .find(asset.organizationId(), line.account())
            .map(Account::requiredDimensions)
            .orElse(Set.of());
    DraftLine there =
        asked.contains(Account.COST_CENTRE) ? line.at(asset.details().costCentre()) : line;
    return asked.contains(Account.PROJECT) ? there.forProject(asset.details().project()) : there;
  }

  /**
   * Posts what happened to one asset.
   *
   * @param sequence its place in the asset's history, so that the reference is its own
   * @param lines those that move nothing are left out
   */
  UUID post(
      Asset asset, String source, int sequence, LocalDate on, List<DraftLine> lines, Actor by) {
    return post(
        new JournalDraft(
            asset.organizationId(),
            on,
            asset.number() + " " + asset.name(),
            source,
            asset.number() + "/" + sequence,
            lines),
        by);
  }

  UUID post(JournalDraft draft, Actor by) {
    List<DraftLine> moving =
        draft.lines().stream().filter(line -> !line.amount().isZero()).toList();
    return ledger
        .post(
            new JournalDraft(
                draft.organizationId(),
                draft.postingDate(),
                draft.description(),
                draft.source(),
                draft.sourceReference(),
                moving),
            by)
        .id();
  }

  UUID reverse(UUID journalId, LocalDate on, String reason, Actor by) {
    return ledger.reverse(journalId, on, reason, by).id();
  }
}
