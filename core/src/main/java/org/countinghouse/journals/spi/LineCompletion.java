package org.countinghouse.journals.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.journals.ManualLine;

/**
 * Adds to the lines of a manual journal what follows from them, such as the tax of a tax code.
 * Found by being a bean; several are asked in the order of their {@code @Order}.
 */
public interface LineCompletion {

  /**
   * The lines as they are to be posted. Pure: asked for previews and approvals too, and the same
   * lines give the same answer.
   *
   * @param lines as entered, every one with its base amount; earlier completions' lines at the end
   * @param findings takes what is wrong, at the place {@code line 3} (counted from 1)
   * @return the given lines first and in their order (their amounts may be changed), what is added
   *     after them
   */
  List<ManualLine> complete(
      UUID organizationId, LocalDate postingDate, List<ManualLine> lines, List<Finding> findings);
}
