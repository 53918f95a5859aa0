package org.countinghouse.workflows.closesignoff;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of {@code close-sign-off}: ids and what the person wrote. */
record CloseSignOffVariables(VariableScope scope) {

  static final String KEY = "close-sign-off";
  static final String SETTLED = "Msg_ItemSettled";
  static final String CLOSING_ID = "closingId";
  static final String ITEM_KEY = "itemKey";
  static final String OWNER = "owner";

  private static final String NOTE = "note";
  private static final String DOCUMENT_ID = "documentId";

  /** The business key: the closing and the item, which no form can change. */
  static String businessKey(String closingNumber, String itemKey) {
    return closingNumber + "/" + itemKey;
  }

  /** What the person wrote; empty when nothing. */
  String note() {
    return text(NOTE).orElse("");
  }

  Optional<UUID> documentId() {
    return text(DOCUMENT_ID).map(UUID::fromString);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable((String) scope.getVariable(name)).filter(text -> !text.isBlank());
  }
}
