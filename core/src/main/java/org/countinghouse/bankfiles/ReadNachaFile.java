package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an ACH file that was read comes to. Counts and sums are of its content, not as stated.
 *
 * @param createdOn day of creation, when it is one
 * @param batches counted
 * @param entries without addenda
 * @param addenda records of type 7
 * @param debits sum
 * @param credits sum
 * @param secCodes classes of its batches
 * @param findings everything wrong with it
 */
public record ReadNachaFile(
    @Nullable LocalDate createdOn,
    int batches,
    int entries,
    int addenda,
    BigDecimal debits,
    BigDecimal credits,
    Set<String> secCodes,
    List<Finding> findings) {

  public ReadNachaFile {
    secCodes = Set.copyOf(secCodes);
    findings = List.copyOf(findings);
  }
}
