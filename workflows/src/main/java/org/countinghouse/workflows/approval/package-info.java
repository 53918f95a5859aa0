/**
 * Carries the process {@code approval}: finds the people, keeps the time, takes what they decide.
 * What was asked and decided lives in {@code org.countinghouse.approvals}; the process instance is
 * the request's correlation, so that no variable has to be trusted.
 */
@NamedInterface("approval")
@NullMarked
package org.countinghouse.workflows.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
