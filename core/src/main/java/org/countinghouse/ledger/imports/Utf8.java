package org.countinghouse.ledger.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: overlong forms, surrogates and cut-off sequences are not valid. */
final class Utf8 {

  private Utf8() {}

  static boolean isValid(byte[] bytes, int start, int length) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Puts a space in place of every control character: of ASCII, and of U+0080 to U+009F, which
   * UTF-8 writes as C2 and one more byte.
   */
  static void blankControls(byte[] bytes, int start, int length) {
    for (int at = start; at < start + length; at++) {
      int here = bytes[at] & 0xFF;
      if (here < 0x20 || here == 0x7F) {
        bytes[at] = ' ';
      } else if (here == 0xC2 && (bytes[at + 1] & 0xFF) < 0xA0) {
        bytes[at] = ' ';
        bytes[at + 1] = ' ';
      }
    }
  }

  static int characters(byte[] bytes, int start, int length) {
    int count = 0;
    for (int at = start; at < start + length; at++) {
      if ((bytes[at] & 0xC0) != 0x80) {
        count++;
      }
    }
    return count;
  }
}
