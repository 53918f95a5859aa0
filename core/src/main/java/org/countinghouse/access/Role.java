package org.countinghouse.access;

/**
 * A role; its code is also the group of the process engine.
 *
 * @param installationWide whether it holds in every organization, present and future
 */
public record Role(String code, String name, boolean installationWide) {}
