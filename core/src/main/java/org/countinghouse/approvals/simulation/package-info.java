/**
 * What another approval policy would have meant for decisions that were taken: who would have been
 * asked, what nobody would have been asked, where duties meet, how long it would have taken. Only
 * reads; the policy is whatever names levels, such as a decision table that is a draft yet.
 */
@NullMarked
@NamedInterface("simulation")
package org.countinghouse.approvals.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
