package org.countinghouse.organizations;

import java.util.UUID;

/** Where in an organization money is spent; the code is unique within it. */
public record CostCentre(UUID id, UUID organizationId, String code, String name) {}
