package org.countinghouse.close;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.close.ChecklistItem.Kind;
import org.countinghouse.close.ChecklistItem.State;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.jspecify.annotations.Nullable;

/** Stored rows as items, and items in words. */
final class ChecklistRows {

  private static final int NAMED_MAX = 5;

  private ChecklistRows() {}

  /**
   * The item of a row.
   *
   * @param ended whether the closing has ended: what moves afterwards is another closing's business
   */
  static ChecklistItem item(ChecklistMapper.Row row, List<VouchedBalance> vouched, boolean ended) {
    Kind kind = Kind.valueOf(row.kind());
    State stored = State.valueOf(row.state());
    boolean moved = !ended && vouched.stream().anyMatch(VouchedBalance::hasMoved);
    return new ChecklistItem(
        row.key(),
        kind,
        row.position(),
        row.titleEn(),
        row.titleDe(),
        row.owner(),
        Keys.split(row.afterKeys()),
        stored == State.DONE && moved ? State.OPEN : stored,
        row.checkedBy(),
        row.checkedFor(),
        row.checkedAt(),
        EvidenceFormat.read(row.evidence()),
        row.jobRunId(),
        signOff(row),
        vouched);
  }

  private static ChecklistItem.@Nullable SignOff signOff(ChecklistMapper.Row row) {
    String required = row.evidenceKind();
    return required == null
        ? null
        : new ChecklistItem.SignOff(
            row.instructions(),
            ManualItem.Evidence.valueOf(required),
            row.watched(),
            row.note(),
            row.documentId(),
            row.decertifiedAt());
  }

  /** What is open of an answer, in words; empty when nothing. */
  static Optional<String> summary(Title title, Readiness readiness) {
    return readiness.isReady() ? Optional.empty() : Optional.of(title.english() + found(readiness));
  }

  /** What is open of an item, in words. */
  static String summary(ChecklistItem item) {
    String moved =
        item.moved().stream()
            .map(balance -> balance.account() + " moved by " + balance.movement())
            .collect(Collectors.joining(", "));
    if (!moved.isEmpty()) {
      return item.titleEnglish() + " (" + moved + ")";
    }
    return item.evidence().isReady()
        ? item.titleEnglish() + " (" + item.owner() + ")"
        : item.titleEnglish() + found(item.evidence());
  }

  private static String found(Readiness readiness) {
    Stream<String> items =
        readiness.openItems().stream().limit(NAMED_MAX).map(item -> item.label());
    Stream<String> differences =
        readiness.tieOuts().stream()
            .filter(tieOut -> !tieOut.ties())
            .limit(NAMED_MAX)
            .map(tieOut -> tieOut.account() + " differs by " + tieOut.difference());
    return Stream.concat(items, differences).collect(Collectors.joining(", ", " (", ")"));
  }
}
