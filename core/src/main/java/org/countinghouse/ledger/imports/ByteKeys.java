package org.countinghouse.ledger.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fixed map whose keys are looked up by a slice of bytes, without making a text of it. */
final class ByteKeys<V> {

  private final byte[][] keys;
  private final @Nullable Object[] values;
  private final int mask;

  ByteKeys(Collection<V> all, Function<V, String> key) {
    int size = Math.max(16, Integer.highestOneBit(all.size()) * 4);
    keys = new byte[size][];
    values = new Object[size];
    mask = size - 1;
    Arrays.fill(keys, new byte[0]);
    for (V value : all) {
      byte[] bytes = key.apply(value).getBytes(StandardCharsets.UTF_8);
      int slot = hash(bytes, 0, bytes.length) & mask;
      while (values[slot] != null) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = bytes;
      values[slot] = Objects.requireNonNull(value);
    }
  }

  @SuppressWarnings("unchecked") // only values of V were put in
  @Nullable V find(byte[] bytes, int start, int length) {
    int slot = hash(bytes, start, length) & mask;
    while (values[slot] != null) {
      byte[] key = keys[slot];
      if (Arrays.equals(key, 0, key.length, bytes, start, start + length)) {
        return (V) values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  private static int hash(byte[] bytes, int start, int length) {
    int hash = 0x811C9DC5;
    for (int at = start; at < start + length; at++) {
      hash = (hash ^ bytes[at]) * 0x01000193;
    }
    return hash ^ (hash >>> 15);
  }
}
