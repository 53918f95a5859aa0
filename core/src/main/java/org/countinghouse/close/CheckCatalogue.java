package org.countinghouse.close;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countinghouse.close.spi.ReadinessCheck;
import org.springframework.stereotype.Component;

/** Every readiness check there is, none before one it waits for. */
@Component
class CheckCatalogue {

  private final List<ReadinessCheck> inOrder;
  private final Set<String> keys;

  CheckCatalogue(List<ReadinessCheck> checks) {
    keys = checks.stream().map(ReadinessCheck::key).collect(Collectors.toUnmodifiableSet());
    if (keys.size() < checks.size()) {
      throw new IllegalStateException("two readiness checks have the same key: " + keys);
    }
    inOrder = sorted(checks);
  }

  List<ReadinessCheck> inOrder() {
    return inOrder;
  }

  /** Whether everything it waits for, as far as it is installed, is done. */
  boolean isDue(ReadinessCheck check, Set<String> done) {
    return check.after().stream().allMatch(key -> done.contains(key) || !keys.contains(key));
  }

  private List<ReadinessCheck> sorted(List<ReadinessCheck> checks) {
    List<ReadinessCheck> left = new ArrayList<>(checks);
    left.sort(Comparator.comparing(ReadinessCheck::key)); // the same order at every start
    List<ReadinessCheck> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!left.isEmpty()) {
      ReadinessCheck next =
          left.stream()
              .filter(check -> isDue(check, placed))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("readiness checks wait for each other: " + left));
      left.remove(next);
      sorted.add(next);
      placed.add(next.key());
    }
    return List.copyOf(sorted);
  }
}
