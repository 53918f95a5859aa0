package org.countinghouse.reporting.spi;

/**
 * Text that leads on to where it comes from: a cell of a text column.
 *
 * @param text what is read, sorted and hashed
 * @param href address within this server, beginning with a slash; the workbook puts the server's
 *     address before it
 */
public record Link(String text, String href) {

  public Link {
    if (!href.startsWith("/")) {
      throw new IllegalArgumentException("a link stays within this server, unlike " + href);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
