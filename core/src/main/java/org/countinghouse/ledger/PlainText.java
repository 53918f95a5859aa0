package org.countinghouse.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the books hold no control characters: hashes are taken over fields that such
 * characters separate, and a report prints on one line what was written as one text.
 */
final class PlainText {

  private PlainText() {}

  /** The draft with a space in place of every control character, and no space around texts. */
  static JournalDraft clean(JournalDraft draft) {
    List<DraftLine> lines = draft.lines().stream().map(PlainText::clean).toList();
    return new JournalDraft(
        draft.organizationId(),
        draft.postingDate(),
        clean(draft.description()),
        clean(draft.source()),
        clean(draft.sourceReference()),
        lines);
  }

  private static DraftLine clean(DraftLine line) {
    String text = line.text();
    return text == null ? line : line.saying(blankToNull(clean(text)));
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return clean.toString().strip();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
