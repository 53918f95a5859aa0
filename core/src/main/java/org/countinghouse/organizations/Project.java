package org.countinghouse.organizations;

import java.util.UUID;

/**
 * An undertaking money is spent on or earned by; the code is unique within the organization.
 *
 * @param open false: it takes no new postings
 */
public record Project(UUID id, UUID organizationId, String code, String name, boolean open) {}
