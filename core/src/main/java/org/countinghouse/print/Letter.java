package org.countinghouse.print;

import java.time.LocalDate;
import java.util.List;

/**
 * The frame every printed page shares. A template that includes the partials {@code letter} and
 * {@code end} needs it in its model under the name {@code letter}.
 *
 * @param from who writes
 * @param to the address window, line by line
 * @param title what it is, with its number: also the title of the PDF
 * @param date of the letter
 * @param facts beside the address: "Our reference", "Your customer number"
 */
public record Letter(
    Letterhead from, List<String> to, String title, LocalDate date, List<Labelled> facts) {

  public Letter {
    to = List.copyOf(to);
    facts = List.copyOf(facts);
  }

  /**
   * A fact and what it is called.
   *
   * @param label in the reader's language
   * @param value formatted as any other value of a template
   */
  public record Labelled(String label, Object value) {}
}
