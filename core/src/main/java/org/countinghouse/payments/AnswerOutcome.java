package org.countinghouse.payments;

import java.util.UUID;

/**
 * What a bank's answer about one file led to.
 *
 * @param answerId ours for the answer
 * @param known whether it was taken in before: then nothing happened now
 * @param accepted payments that are accepted by it
 * @param rejected payments that are rejected by it
 * @param returned payments whose money came back by it
 * @param corrected payments that were made, but whose creditor's bank asks for corrected details
 */
public record AnswerOutcome(
    UUID answerId,
    UUID fileId,
    UUID runId,
    boolean known,
    int accepted,
    int rejected,
    int returned,
    int corrected) {}
