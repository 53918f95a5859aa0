package org.countinghouse.access;

import java.util.Locale;
import java.util.UUID;

/** A person or machine that can act. The password never leaves this module. */
public record User(
    UUID id, String username, String displayName, String email, Locale locale, boolean enabled) {}
