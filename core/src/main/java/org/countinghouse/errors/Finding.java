package org.countinghouse.errors;

/**
 * One thing found wrong in a document.
 *
 * @param code the catalogue id or, for official rule sets, the rule id ({@code BR-CO-15})
 * @param place where: a line number, an XPath, a sheet cell; empty when it concerns the whole
 * @param message what is wrong and what to do
 */
public record Finding(String code, String place, String message) {}
