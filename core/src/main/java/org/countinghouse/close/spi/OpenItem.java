package org.countinghouse.close.spi;

/**
 * One thing that keeps a period from closing.
 *
 * @param kind what it is: {@code supplier-invoice}, {@code inbox-document}, {@code period}
 * @param label its number or name, as people know it
 * @param detail what is the matter and what to do, in English
 * @param link address within this server that shows it; empty when there is none
 */
public record OpenItem(String kind, String label, String detail, String link) {}
