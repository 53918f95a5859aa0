package org.countinghouse.idempotency;

/**
 * Names one command of one caller.
 *
 * @param organization code of the organization it is meant for; empty when it names none
 * @param key chosen by the caller
 */
public record CommandKey(String username, String organization, String key) {}
