package org.countinghouse.jobs;

/**
 * A row that was set aside so that the others could go on.
 *
 * @param code the catalogue id of what is wrong with it
 * @param place which row: a line number, a document number, an employee's id
 * @param message what is wrong and what to do
 */
public record RowError(String code, String place, String message) {}
