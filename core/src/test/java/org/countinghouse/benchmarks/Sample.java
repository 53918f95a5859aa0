package org.countinghouse.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took.
 *
 * @param wall seconds
 * @param cpu seconds of user and system time, of this JVM and of all PostgreSQL processes
 */
public record Sample(double wall, double cpu) {

  /** The median ratio of each of ours to the limit measured in the same round. */
  public static double ratio(
      List<Sample> ours, List<Sample> limits, ToDoubleFunction<Sample> measure) {
    double[] ratios = new double[ours.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = measure.applyAsDouble(ours.get(i)) / measure.applyAsDouble(limits.get(i));
    }
    return median(ratios);
  }

  /** The median of one measure. */
  public static double median(List<Sample> samples, ToDoubleFunction<Sample> measure) {
    return median(samples.stream().mapToDouble(measure).toArray());
  }

  /** The value in the middle, or the mean of the two there. */
  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f s (%.2f CPU)", wall, cpu);
  }
}
