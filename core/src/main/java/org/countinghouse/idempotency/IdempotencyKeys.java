package org.countinghouse.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The keys of commands and their first results. */
@Service
public class IdempotencyKeys {

  private static final Duration KEPT_FOR = Duration.ofDays(7);

  private final IdempotencyMapper mapper;
  private final Clock clock;

  IdempotencyKeys(IdempotencyMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Claims the key for the running transaction, on every node.
   *
   * @return false when another transaction is at work on it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tryClaim(CommandKey key) {
    return mapper.tryLock(key);
  }

  /** The first result, if the command was done before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<StoredResult> find(CommandKey key) {
    return Optional.ofNullable(mapper.find(key));
  }

  /** Keeps the result; it is there if and only if the running transaction commits. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void store(CommandKey key, StoredResult result) {
    mapper.insert(key, result, clock.instant());
  }

  /** Forgets results older than a week. */
  @Transactional
  public int forgetOld() {
    return mapper.deleteBefore(clock.instant().minus(KEPT_FOR));
  }
}
