package org.countinghouse.ledger;

import java.util.List;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.errors.Finding;

/**
 * A rule that is broken somewhere, before it is known whether it is the only one.
 *
 * @param place where: a line; empty when it concerns the whole journal
 * @param details what the code's text is filled in with
 */
public record Fault(ErrorCode code, String place, List<?> details) {

  /** The fault of this code, wherever it is. */
  public static Fault of(ErrorCode code, Object... details) {
    return at("", code, details);
  }

  /** The same fault at this place. */
  public Fault at(String where) {
    return new Fault(code, where, details);
  }

  /** The fault of this code at a place. */
  public static Fault at(String place, ErrorCode code, Object... details) {
    return new Fault(code, place, List.of(details));
  }

  /** As it is shown to whoever has to correct it. */
  public Finding finding() {
    return code.at(place, details.toArray());
  }

  /** The refusal for all of them: the first one's code, everything as findings. */
  static BusinessException refusal(List<Fault> faults) {
    Fault first = faults.get(0);
    return first.code.withFindings(
        faults.stream().map(Fault::finding).toList(), first.details.toArray());
  }
}
