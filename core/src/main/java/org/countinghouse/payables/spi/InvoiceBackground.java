package org.countinghouse.payables.spi;

import java.util.List;
import java.util.Map;
import org.countinghouse.errors.Finding;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.LineCoding;

/** Knows more about a claim than its document does, such as what was ordered. */
public interface InvoiceBackground {

  /** Where lines go, by position; a line it knows nothing of is not there. */
  Map<Integer, LineCoding> coding(InvoiceDetails details);

  /** What somebody should know before approving, in the order to be read. */
  List<Finding> remarks(InvoiceDetails details);
}
