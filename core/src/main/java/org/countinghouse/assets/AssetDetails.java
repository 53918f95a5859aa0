package org.countinghouse.assets;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset besides its value.
 *
 * @param tag the number on its sticker or in the system it came from; unique where there is one
 * @param costCentre bears its depreciation
 * @param project its depreciation is for, where it is for one
 */
public record AssetDetails(
    @Nullable String tag,
    @Nullable String serialNumber,
    @Nullable String location,
    @Nullable String costCentre,
    @Nullable String project) {

  /** Nothing more is known. */
  public static final AssetDetails NONE = new AssetDetails(null, null, null, null, null);

  /** Only where it is used is known. */
  public static AssetDetails at(String costCentre) {
    return new AssetDetails(null, null, null, costCentre, null);
  }
}
