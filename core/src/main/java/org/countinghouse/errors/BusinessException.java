package org.countinghouse.errors;

import java.util.List;

/**
 * A refusal the caller can act on. Domain methods throw it before their first write, and their
 * transactions do not roll back for it (a process may turn it into a modelled outcome).
 */
public final class BusinessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient List<Finding> findings;

  BusinessException(ErrorCode code, String message, List<Finding> findings) {
    super(message);
    this.code = code;
    this.findings = List.copyOf(findings);
  }

  /** The catalogue entry. */
  public ErrorCode code() {
    return code;
  }

  /** Everything that was found wrong; empty when the message says it all. */
  public List<Finding> findings() {
    return findings;
  }
}
