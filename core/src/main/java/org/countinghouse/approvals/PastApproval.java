package org.countinghouse.approvals;

import java.util.List;

/**
 * A request that was approved or rejected, and how.
 *
 * @param request without its facts: nobody who looks at many reads them
 * @param decisions oldest first, at least one
 */
public record PastApproval(ApprovalRequest request, List<Decision> decisions) {}
