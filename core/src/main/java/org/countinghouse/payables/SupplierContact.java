package org.countinghouse.payables;

import java.time.Instant;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;

/**
 * Whom we write to at a supplier.
 *
 * @param name a person or department
 * @param email where letters, orders and remittance advice go
 * @param phone the number to call back, known before anything is changed
 * @param language of what we write, ISO 639-1; null: by the supplier's country
 */
public record SupplierContact(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language) {

  private static final int EMAIL_LENGTH = 254;
  private static final int NAME_LENGTH = 200;
  private static final int PHONE_LENGTH = 50;

  /**
   * @throws BusinessException {@code payables.supplier-contact}
   */
  public SupplierContact {
    name = blankIsNone(name);
    email = blankIsNone(email);
    phone = blankIsNone(phone);
    language = blankIsNone(language);
    if (email != null && (email.length() > EMAIL_LENGTH || !email.matches("[^@\\s]+@[^@\\s]+"))) {
      throw PayablesError.CONTACT.with(email, "an address such as accounts@example.com");
    }
    if (language != null && !language.matches("[a-z]{2}")) {
      throw PayablesError.CONTACT.with(language, "a language such as en or de");
    }
    if (name != null && name.length() > NAME_LENGTH) {
      throw PayablesError.CONTACT.with("The name", "at most %d characters".formatted(NAME_LENGTH));
    }
    if (phone != null && phone.length() > PHONE_LENGTH) {
      throw PayablesError.CONTACT.with(
          "The number", "at most %d characters".formatted(PHONE_LENGTH));
    }
  }

  /** Nobody known. */
  public static final SupplierContact NONE = new SupplierContact(null, null, null, null);

  /** A contact and who said so. */
  public record Dated(
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String language,
      String setBy,
      Instant setAt) {

    /** The contact alone. */
    public SupplierContact contact() {
      return new SupplierContact(name, email, phone, language);
    }
  }

  private static @Nullable String blankIsNone(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
