package org.countinghouse.close;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.ReadinessCheck;
import org.springframework.stereotype.Component;

/** Every readiness check and every routine there is, none before one it waits for. */
@Component
class CheckCatalogue {

  /** The jobs that are activities of {@code period-end-routines}, in its order. */
  private static final List<String> IN_ORDER =
      List.of(
          "ledger.reverse-accruals",
          "ledger.post-recurring",
          "assets.depreciate",
          "ledger.revalue-currency",
          "ledger.allocate-costs");

  private final List<PlannedItem> installed;
  private final List<PlannedItem> inOrder;

  CheckCatalogue(List<ReadinessCheck> checks, List<ClosingRoutine> routines) {
    installed =
        Stream.concat(
                checks.stream().map(PlannedItem.Asked::new),
                routines.stream().map(PlannedItem.Run::new))
            .map(PlannedItem.class::cast)
            .toList();
    if (keys(installed).size() < installed.size()) {
      throw new IllegalStateException("two items of the checklist have the same key: " + installed);
    }
    inOrder =
        sorted(installed)
            .orElseThrow(
                () -> new IllegalStateException("items wait for each other: " + keys(installed)));
  }

  /** The readiness checks, in order. */
  List<ReadinessCheck> checks() {
    return inOrder.stream()
        .filter(PlannedItem.Asked.class::isInstance)
        .map(item -> ((PlannedItem.Asked) item).check())
        .toList();
  }

  /** The routines, in order. */
  List<ClosingRoutine> routines() {
    return inOrder.stream()
        .filter(PlannedItem.Run.class::isInstance)
        .map(item -> ((PlannedItem.Run) item).routine())
        .toList();
  }

  /** Everything installed and these besides, in order. */
  List<PlannedItem> with(List<ManualItem> manual) {
    List<PlannedItem> all = new ArrayList<>(installed);
    manual.stream().map(PlannedItem.Signed::new).forEach(all::add);
    return sorted(all)
        .orElseThrow(() -> new IllegalStateException("items wait for each other: " + keys(all)));
  }

  /** Whether no item would wait for itself. */
  boolean canBeOrdered(List<ManualItem> manual) {
    List<PlannedItem> all = new ArrayList<>(installed);
    manual.stream().map(PlannedItem.Signed::new).forEach(all::add);
    return sorted(all).isPresent();
  }

  /** Whether everything it waits for, as far as it is among these, is done. */
  static boolean isDue(PlannedItem item, Set<String> done, List<PlannedItem> among) {
    Set<String> there = keys(among);
    return predecessors(item, among).stream()
        .allMatch(key -> done.contains(key) || !there.contains(key));
  }

  /** Keys of these items that wait for a routine, at however many removes. */
  static Set<String> followingRoutines(List<PlannedItem> inOrder) {
    Set<String> following =
        inOrder.stream()
            .filter(item -> item.kind() == ChecklistItem.Kind.ROUTINE)
            .map(PlannedItem::key)
            .collect(Collectors.toCollection(HashSet::new));
    for (PlannedItem item : inOrder) {
      if (predecessors(item, inOrder).stream().anyMatch(following::contains)) {
        following.add(item.key());
      }
    }
    return following;
  }

  private static Set<String> predecessors(PlannedItem item, List<PlannedItem> among) {
    if (!item.after().contains(ReadinessCheck.ROUTINES)) {
      return item.after();
    }
    Set<String> keys = new HashSet<>(item.after());
    keys.remove(ReadinessCheck.ROUTINES);
    among.stream()
        .filter(other -> other.kind() == ChecklistItem.Kind.ROUTINE)
        .map(PlannedItem::key)
        .forEach(keys::add);
    return keys;
  }

  private static Optional<List<PlannedItem>> sorted(List<PlannedItem> items) {
    List<PlannedItem> left = new ArrayList<>(items);
    // the same order at every start
    left.sort(
        Comparator.comparing(PlannedItem::kind)
            .thenComparing(CheckCatalogue::place)
            .thenComparing(PlannedItem::key));
    List<PlannedItem> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!left.isEmpty()) {
      Optional<PlannedItem> next =
          left.stream().filter(item -> isDue(item, placed, items)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      left.remove(next.get());
      sorted.add(next.get());
      placed.add(next.get().key());
    }
    return Optional.of(List.copyOf(sorted));
  }

  /** The product's own routines as the process runs them, whatever else is installed after them. */
  private static int place(PlannedItem item) {
    if (!(item instanceof PlannedItem.Run run)) {
      return 0;
    }
    int place = IN_ORDER.indexOf(run.routine().job());
    return place < 0 ? IN_ORDER.size() : place;
  }

  private static Set<String> keys(List<PlannedItem> items) {
    return items.stream().map(PlannedItem::key).collect(Collectors.toSet());
  }
}
