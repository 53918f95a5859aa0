package org.countinghouse.workflows.goodsreceipt;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.ReceiptError;

/**
 * What a form counted, as one line of text: {@code 1=40;2=12.5 KGM}, position by position. Read
 * once and taken away: quantities live in the domain, never in a process.
 */
public final class CountedText {

  private static final Pattern LINE =
      Pattern.compile("(\\d{1,9})=(-?\\d{1,13}(?:\\.\\d{1,12})?)(?: ([A-Z0-9]{2,3}))?");
  private static final String LINES = "countedLines";

  private CountedText() {}

  /**
   * What was counted of this order.
   *
   * @throws org.countinghouse.errors.BusinessException {@code procurement.receipt-nothing}, {@code
   *     procurement.receipt-line-unknown}
   */
  public static List<Counted> take(VariableScope scope, PurchaseOrder order) {
    String text = text(scope, LINES).orElse("");
    var counted = new ArrayList<Counted>();
    for (String line : text.split(";")) {
      Matcher read = LINE.matcher(line.strip());
      if (read.matches()) {
        counted.add(counted(order, read));
      } else if (!line.isBlank()) {
        throw ReceiptError.LINE_UNKNOWN.with(order.number(), line.strip());
      }
    }
    return counted;
  }

  private static Counted counted(PurchaseOrder order, Matcher read) {
    int position = Integer.parseInt(read.group(1));
    return new Counted(
        order
            .lineAt(position)
            .orElseThrow(() -> ReceiptError.LINE_UNKNOWN.with(order.number(), position))
            .id(),
        new BigDecimal(read.group(2)),
        read.group(3));
  }

  /** The text of a form's field, taken away; empty when nothing was written. */
  public static Optional<String> text(VariableScope scope, String variable) {
    Object value = scope.getVariable(variable);
    scope.removeVariable(variable);
    return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
  }

  /** The day of a form's field; empty when none was written, or what is no day. */
  public static Optional<LocalDate> day(VariableScope scope, String variable) {
    return text(scope, variable)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }
}
