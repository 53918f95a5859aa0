package org.countinghouse.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.countinghouse.payables.ReceivedLine;
import org.jspecify.annotations.Nullable;

/**
 * Which line of an order a line of an invoice means. The number the supplier refers to (BT-132) is
 * believed even where it leads nowhere; without one, the supplier's item number decides, then the
 * name, each only where it fits exactly one line.
 */
final class LinePairing {

  private final List<OrderedLine> lines;

  LinePairing(List<OrderedLine> lines) {
    this.lines = lines;
  }

  Optional<OrderedLine> find(ReceivedLine line) {
    if (line.kind() != ReceivedLine.Kind.ITEM) {
      return Optional.empty();
    }
    String reference = line.orderLine();
    if (reference != null && !reference.isBlank()) {
      String position = plain(reference);
      return only(ordered -> Integer.toString(ordered.position()).equals(position));
    }
    String item = line.sellerItem();
    Optional<OrderedLine> byItem =
        item == null
            ? Optional.empty()
            : only(ordered -> item.strip().equalsIgnoreCase(stripped(ordered.supplierItem())));
    return byItem.or(() -> only(ordered -> plain(ordered.name()).equals(plain(line.name()))));
  }

  private Optional<OrderedLine> only(Predicate<OrderedLine> fits) {
    List<OrderedLine> fitting = lines.stream().filter(fits).toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }

  /** Suppliers' programs pad numbers with zeros and blanks, and change the case of names. */
  private static String plain(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceFirst("^0+(?=\\d)", "");
  }
}
