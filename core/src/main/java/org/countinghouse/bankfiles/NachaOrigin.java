package org.countinghouse.bankfiles;

/**
 * What a bank and its customer agreed for ACH files. A NACHA file names the bank's customer, not an
 * account, in these fields.
 *
 * @param destination routing number of the bank that takes the file (immediate destination)
 * @param destinationName at most 23 characters
 * @param origin ten characters given by the bank: often the company id (immediate origin)
 * @param originName at most 23 characters
 * @param companyId ten characters given by the bank: often {@code 1} and the tax number
 * @param companyName at most 16 characters; the payee's bank shows it
 * @param entryDescription at most 10 characters; the payee's bank shows it
 * @param balanced whether each batch ends with a debit of its own account for the sum, as some
 *     banks ask for; others make that entry themselves
 */
public record NachaOrigin(
    String destination,
    String destinationName,
    String origin,
    String originName,
    String companyId,
    String companyName,
    String entryDescription,
    boolean balanced) {}
