package org.countinghouse.approvals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two requests about the same subject.
 *
 * @param before null when the fact is new
 * @param after null when the fact is gone
 */
public record FactChange(
    String kind, String item, @Nullable String before, @Nullable String after) {

  private record Place(String kind, String item) {}

  /** All differences, those of the later facts first and in their order. */
  public static List<FactChange> between(List<Fact> before, List<Fact> after) {
    Map<Place, String> old = byPlace(before);
    Map<Place, String> now = byPlace(after);
    List<FactChange> changes = new ArrayList<>();
    now.forEach(
        (place, value) -> {
          String was = old.get(place);
          if (!Objects.equals(was, value)) {
            changes.add(new FactChange(place.kind(), place.item(), was, value));
          }
        });
    old.forEach(
        (place, value) -> {
          if (!now.containsKey(place)) {
            changes.add(new FactChange(place.kind(), place.item(), value, null));
          }
        });
    return changes;
  }

  private static Map<Place, String> byPlace(List<Fact> facts) {
    Map<Place, String> map = new LinkedHashMap<>();
    facts.forEach(fact -> map.put(new Place(fact.kind(), fact.item()), fact.value()));
    return map;
  }
}
