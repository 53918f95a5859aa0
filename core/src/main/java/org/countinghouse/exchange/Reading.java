package org.countinghouse.exchange;

import java.util.List;
import java.util.Optional;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a handler made of the bytes.
 *
 * @param content what the document says; absent when it could not be read that far
 * @param summary the document in one line, for reports and dry runs: {@code Invoice 881401 of
 *     Palokka Paper Oy, 1095.25 EUR}; empty when unknown
 * @param errors any one of these rejects the document
 * @param warnings kept and shown, but no reason to reject
 */
public record Reading<C>(
    @Nullable C content, String summary, List<Finding> errors, List<Finding> warnings) {

  public Reading {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    if (content == null && errors.isEmpty()) {
      throw new IllegalArgumentException("A reading has content or says why not");
    }
  }

  /** A document that can be applied. */
  public static <C> Reading<C> of(C content, String summary, List<Finding> warnings) {
    return new Reading<>(content, summary, List.of(), warnings);
  }

  /** A document that is wrong. */
  public static <C> Reading<C> refused(
      String summary, List<Finding> errors, List<Finding> warnings) {
    return new Reading<>(null, summary, errors, warnings);
  }

  /** A document that is wrong in one way. */
  public static <C> Reading<C> refused(Finding error) {
    return refused("", List.of(error), List.of());
  }

  /** What to apply; absent when there are errors. */
  public Optional<C> applicable() {
    return errors.isEmpty() ? Optional.ofNullable(content) : Optional.empty();
  }
}
