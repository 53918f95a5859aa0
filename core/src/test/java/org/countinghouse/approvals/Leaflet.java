package org.countinghouse.approvals;

import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Something to approve that needs no other module. */
@Component
class Leaflet implements ApprovalSubject {

  private @Nullable SubjectState state;

  void is(SubjectState now) {
    state = now;
  }

  @Override
  public String type() {
    return "leaflet";
  }

  @Override
  public SubjectState read(UUID subjectId) {
    return Objects.requireNonNull(state);
  }
}
