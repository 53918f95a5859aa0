package org.countinghouse.payables;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for in the start form.
 *
 * @param supplierId whom it is about; null for a new supplier
 * @param party of a new supplier
 * @param terms of a new supplier
 * @param contact of a new supplier
 * @param accounts of a new supplier, or the one account that is new
 * @param replaces whether the new account takes the place of the others
 */
public record SupplierRequest(
    Kind kind,
    @Nullable UUID supplierId,
    @Nullable Party party,
    @Nullable SupplierTerms terms,
    @Nullable SupplierContact contact,
    List<PayeeAccount> accounts,
    boolean replaces,
    String reason) {

  /** What is asked for. */
  public enum Kind {
    NEW_SUPPLIER,
    NEW_ACCOUNT,
    BLOCK,
    UNBLOCK
  }

  public SupplierRequest {
    accounts = List.copyOf(accounts);
  }

  /** The supplier to be made. */
  NewSupplier newSupplier() {
    return new NewSupplier(
        Objects.requireNonNullElse(party, Party.named("")),
        Objects.requireNonNullElse(terms, SupplierTerms.DEFAULT),
        accounts);
  }

  /** Masked, since it reaches logs. */
  @Override
  public String toString() {
    return "SupplierRequest[%s, %s, %s]".formatted(kind, supplierId, accounts);
  }
}
