package org.countinghouse.assets;

import java.time.LocalDate;

/**
 * What is said when an asset is entered.
 *
 * @param category code of its category
 * @param inServiceOn when it became available for use: depreciation begins here, even when it was
 *     paid for earlier or later
 */
public record NewAsset(
    String name,
    String category,
    AssetDetails details,
    LocalDate inServiceOn,
    TermsWish terms,
    Beginning beginning) {

  /** An ordinary asset of its category, used from the day it was bought. */
  public static NewAsset of(
      String name, String category, AssetDetails details, Beginning beginning) {
    return new NewAsset(name, category, details, beginning.on(), TermsWish.AS_CATEGORY, beginning);
  }

  /** The same with terms of its own. */
  public NewAsset with(TermsWish wish) {
    return new NewAsset(name, category, details, inServiceOn, wish, beginning);
  }

  /** The same, used from this day. */
  public NewAsset from(LocalDate day) {
    return new NewAsset(name, category, details, day, terms, beginning);
  }
}
