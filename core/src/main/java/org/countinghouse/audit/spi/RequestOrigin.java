package org.countinghouse.audit.spi;

import org.jspecify.annotations.Nullable;

/** Knows where the request being served comes from; the web layer provides one. */
@FunctionalInterface
public interface RequestOrigin {

  /** Where the current request comes from; null outside of one. */
  @Nullable Origin current();

  /**
   * @param address network address of the caller
   * @param agent what the client calls itself
   */
  record Origin(String address, @Nullable String agent) {}
}
