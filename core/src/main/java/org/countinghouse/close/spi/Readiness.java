package org.countinghouse.close.spi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of a {@link ReadinessCheck}: ready when nothing is open and every tie-out ties.
 *
 * @param openItems what keeps the period from closing, each with the way to it; empty when nothing
 * @param tieOuts balances that must equal another; the certificate shows them all
 * @param figures evidence worth keeping: name and value, for instance {@code documents: 214}
 */
public record Readiness(
    List<OpenItem> openItems, List<TieOut> tieOuts, Map<String, String> figures) {

  public Readiness {
    openItems = List.copyOf(openItems);
    tieOuts = List.copyOf(tieOuts);
    figures = Map.copyOf(figures);
  }

  /** Nothing is open. */
  public static Readiness ready(Map<String, String> figures) {
    return new Readiness(List.of(), List.of(), figures);
  }

  /** Ready exactly when the list is empty. */
  public static Readiness of(List<OpenItem> openItems, Map<String, String> figures) {
    return new Readiness(openItems, List.of(), figures);
  }

  /** Ready exactly when every balance equals its other. */
  public static Readiness ofTieOuts(List<TieOut> tieOuts, Map<String, String> figures) {
    return new Readiness(List.of(), tieOuts, figures);
  }

  /** Whether the period may be closed as far as this module can tell. */
  public boolean isReady() {
    return openItems.isEmpty() && tieOuts.stream().allMatch(TieOut::ties);
  }

  /** The figures in the order of their names, so that they are written the same way each time. */
  public Map<String, String> sortedFigures() {
    return new TreeMap<>(figures);
  }
}
