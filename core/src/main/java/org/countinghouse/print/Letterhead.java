package org.countinghouse.print;

import java.util.List;

/**
 * Who writes, as the head and foot of a printed page show it.
 *
 * @param name legal name
 * @param address lines below it, without empty ones
 * @param imprint what the foot says: register number, VAT id, how to reach us
 */
public record Letterhead(String name, List<String> address, List<String> imprint) {

  public Letterhead {
    address = List.copyOf(address);
    imprint = List.copyOf(imprint);
  }
}
