package org.countinghouse.server.security.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for what could make the engine run something, in a body parsed as the engine would parse
 * it: searching the text would miss escaped names ({@code assigneeExpressi\u006fn}).
 */
final class GateBody {

  /** A body that is not the JSON we accept. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  private static final int DEPTH_MAX = 50;
  private static final Set<String> FORBIDDEN =
      Set.of("script", "scriptsource", "scriptformat", "startinstructions", "skipcustomlisteners");
  private static final Set<String> SERIALIZED =
      Set.of("application/x-java-serialized-object", "object");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  private GateBody() {}

  /**
   * Whether the body says something it must not: a name that ends in "expression" or carries a
   * script, at any depth, or a serialized Java object as a value.
   *
   * @throws Malformed when it is not one JSON value in UTF-8, at most 50 levels deep
   */
  static boolean isDangerous(byte[] body) throws Malformed {
    boolean dangerous = false;
    try (JsonParser parser = JSON.createParser(utf8(body))) {
      String name = "";
      int depth = 0;
      int values = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && ++values > 1) {
          throw new Malformed("more than one JSON value");
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME) {
          name = parser.currentName();
          dangerous |= isForbidden(name);
        } else if (token == JsonToken.VALUE_STRING) {
          dangerous |= isSerialized(name, parser.getText());
        }
      }
      return dangerous;
    } catch (IOException e) {
      throw new Malformed("not JSON");
    }
  }

  /**
   * Whether a completed task would overwrite what its process goes by: the ids of what it is about,
   * the organization, the outcome of an approval. Forms send decisions and texts; the rest of a
   * process is not a person's to say.
   *
   * @param body JSON that is not {@linkplain #isDangerous dangerous}
   */
  static boolean overwritesProcess(byte[] body) throws Malformed {
    try (JsonParser parser = JSON.createParser(utf8(body))) {
      int depth = 0;
      boolean inVariables = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME && depth == 1) {
          inVariables = parser.currentName().equals("variables");
        } else if (token == JsonToken.FIELD_NAME
            && depth == 2
            && inVariables
            && isOfTheProcess(parser.currentName())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new Malformed("not JSON");
    }
  }

  private static boolean isOfTheProcess(String variable) {
    return variable.startsWith("approval")
        || variable.startsWith("subject")
        || variable.equals("organization")
        || (variable.endsWith("Id") && !variable.equals("documentId"));
  }

  /** Whether a field or parameter of this name could carry code. */
  static boolean isForbidden(String name) {
    String lower = name.toLowerCase(Locale.ROOT).strip();
    return lower.endsWith("expression") || FORBIDDEN.contains(lower);
  }

  private static boolean isSerialized(String name, String value) {
    return (name.equals("type") || name.equals("serializationDataFormat"))
        && SERIALIZED.contains(value.toLowerCase(Locale.ROOT).strip());
  }

  /** One encoding only: in another one the engine might read other names than we do. */
  private static String utf8(byte[] body) throws Malformed {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("not UTF-8");
    }
  }
}
