package org.countinghouse.routes.supplierinvoices.einvoice;

/** Compiling the official rules takes seconds: once per test JVM is enough. */
final class SharedRules {

  static final OfficialRules RULES = new OfficialRules();

  private SharedRules() {}
}
