package org.countinghouse.approvals.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the workbook, in the reader's language or in English. */
final class SimulationTexts {

  private final ResourceBundle bundle;

  SimulationTexts(Locale reader) {
    bundle =
        ResourceBundle.getBundle(
            SimulationTexts.class.getPackageName() + ".SimulationTexts",
            reader,
            SimulationTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String of(String key) {
    return bundle.getString(key);
  }

  List<String> all(String... keys) {
    return Arrays.stream(keys).map(this::of).toList();
  }
}
