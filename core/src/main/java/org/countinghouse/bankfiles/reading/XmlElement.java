package org.countinghouse.bankfiles.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A small piece of a large document, kept just long enough to be read: an element with the elements
 * in it, by local names.
 */
final class XmlElement {

  private final String name;
  private final int line;
  private @Nullable String currency;
  private String text = "";
  private List<XmlElement> children = List.of();

  XmlElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  /** Where it stands. */
  String place() {
    return "line " + line + ", " + name;
  }

  /** Its text without blanks around it; empty when it has elements in it. */
  String text() {
    return text;
  }

  /** Attribute {@code Ccy}: the only one that ISO 20022 messages use. */
  @Nullable String currency() {
    return currency;
  }

  void fillCurrency(String code) {
    currency = code;
  }

  void fillText(String value) {
    text = value;
  }

  void add(XmlElement child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  /** The first element of this name in it; null when there is none. */
  @Nullable XmlElement child(String childName) {
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        return child;
      }
    }
    return null;
  }

  /** The first element at the end of this path; null when there is none. */
  @Nullable XmlElement find(String... path) {
    XmlElement found = this;
    for (String step : path) {
      found = found == null ? null : found.child(step);
    }
    return found;
  }

  /** The text at the end of this path; null when there is none. */
  @Nullable String text(String... path) {
    XmlElement found = find(path);
    return found == null ? null : Values.present(found.text);
  }

  /** Every element of this name in it, in order. */
  void each(String childName, Consumer<XmlElement> consumer) {
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        consumer.accept(child);
      }
    }
  }

  /** The first element in it, whatever its name; null when there is none. */
  @Nullable XmlElement firstChild() {
    return children.isEmpty() ? null : children.get(0);
  }
}
