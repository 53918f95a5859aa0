package org.countinghouse.bankfiles;

/** The reference a payee asks for, with check digits (ISO 11649): {@code RF18539007547034}. */
public final class CreditorReference {

  private CreditorReference() {}

  /** Whether the text, written without blanks, is one with the right check digits. */
  public static boolean isValid(String text) {
    return Mod97.isCreditorReference(text);
  }
}
