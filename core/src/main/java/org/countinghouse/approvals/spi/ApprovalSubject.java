package org.countinghouse.approvals.spi;

import java.util.UUID;

/** One kind of thing that can be approved; found by being a bean. */
public interface ApprovalSubject {

  /**
   * Names the kind, such as {@code supplier-invoice}: the subject of approval limits, and the first
   * part of the decision table's key ({@code supplier-invoice-approval-levels}).
   */
  String type();

  /**
   * What stands to be approved now, read from the database.
   *
   * @throws org.countinghouse.errors.BusinessException when there is no such subject
   */
  SubjectState read(UUID subjectId);

  /**
   * What an approver should see beside the facts, as it stands now: budgets, documents, warnings.
   * No part of what is approved; it may change while the question is open. Read in a transaction of
   * the caller's, for people who may see the request.
   *
   * @throws org.countinghouse.errors.BusinessException when there is no such subject
   */
  default ApprovalSheet sheet(UUID subjectId) {
    return ApprovalSheet.EMPTY;
  }
}
