package org.countinghouse.reporting.spi;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts that lie beside a class: {@code Messages.properties} (English) and its translations.
 */
public final class Messages {

  private static final ResourceBundle.Control ENGLISH_WHEN_MISSING =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The texts in this class's package, in the language asked for or in English; never in the
   * language of the machine the server happens to run on.
   */
  public static Messages beside(Class<?> neighbour, Locale locale) {
    return new Messages(
        ResourceBundle.getBundle(
            neighbour.getPackageName() + ".Messages",
            locale,
            neighbour.getClassLoader(),
            ENGLISH_WHEN_MISSING));
  }

  /**
   * The text of this key.
   *
   * @throws java.util.MissingResourceException when there is none: a mistake in the program
   */
  public String text(String key) {
    return bundle.getString(key);
  }

  /** Whether there is a text of this key. */
  public boolean knows(String key) {
    return bundle.containsKey(key);
  }
}
