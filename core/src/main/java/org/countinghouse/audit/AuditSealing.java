package org.countinghouse.audit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts seals on the log in the background, so that no business transaction waits for another: a row
 * is written without a seal and gets one soon after.
 *
 * <p>A seal covers what was committed when it was made; a slower transaction's rows get the next
 * one, whatever their time.
 */
@Service
public class AuditSealing {

  private static final int ROWS_PER_SEAL_MAX = 10_000;

  private final AuditMapper mapper;
  private final AuditAnchor anchor;
  private final Clock clock;

  AuditSealing(AuditMapper mapper, AuditAnchor anchor, Clock clock) {
    this.mapper = mapper;
    this.anchor = anchor;
    this.clock = clock;
  }

  /**
   * Seals what is unsealed and writes the new head to the anchor outside the database.
   *
   * @return the new seal; empty when there was nothing to seal or another node is at it
   */
  @Transactional
  public Optional<AuditSeal> seal() {
    if (!mapper.tryLockSealing()) {
      return Optional.empty();
    }
    var sealed = Optional.ofNullable(mapper.seal(ROWS_PER_SEAL_MAX, clock.instant()));
    sealed.ifPresent(anchor::writeAfterCommit);
    return sealed;
  }

  /** The newest seal; empty on a new installation. */
  @Transactional(readOnly = true)
  public Optional<AuditSeal> head() {
    return Optional.ofNullable(mapper.findHead());
  }

  /**
   * Recomputes every seal from the rows, and holds the anchors against the seals.
   *
   * @return what does not hold; empty when the log is as it was written
   */
  @Transactional(readOnly = true)
  public List<SealFault> verify() {
    List<SealFault> faults = mapper.listFaults();
    return faults.isEmpty() ? anchor.verify(mapper.findHead()) : faults;
  }
}
