package org.countinghouse.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), so that rows made together lie together in an index. */
public final class Ids {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new id, later than every id this process made before. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
