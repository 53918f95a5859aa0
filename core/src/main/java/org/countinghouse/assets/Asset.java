package org.countinghouse.assets;

import java.util.UUID;
import org.countinghouse.assets.schedule.Terms;
import org.jspecify.annotations.Nullable;

/**
 * An asset of the register.
 *
 * @param number gapless within the organization: {@code FA-000017}
 * @param unit what its production is counted in, where it is written down by it
 * @param version counts changes of what is known of it
 */
public record Asset(
    UUID id,
    UUID organizationId,
    String number,
    String name,
    String category,
    AssetDetails details,
    Terms terms,
    @Nullable String unit,
    int version) {

  static String number(long counted) {
    return "FA-%06d".formatted(counted);
  }
}
