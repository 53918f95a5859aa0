package org.countinghouse.server.security.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateBodyTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"x\"}",
        "{\"orQueries\":[{\"dueAfterExpression\":\"x\"}]}",
        "{\"a\":{\"b\":[[{\"c\":{\"FOLLOWUPBEFOREEXPRESSION\":null}}]]}}",
        "{\"assigneeExpressi\\u006fn\":\"x\"}",
        "{\"assigneeExpression \":\"x\"}",
        "{\"script\":\"x\"}",
        "[{\"scriptSource\":\"x\"}]",
        "{\"startInstructions\":[]}",
        "{\"variables\":{\"a\":{\"value\":\"rO0AB\",\"type\":\"Object\"}}}",
        "{\"valueInfo\":{\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
        "{\"first\":1,\"first\":2,\"ownerExpression\":3}"
      })
  void findsWhatCouldRun(String body) throws Exception {
    assertThat(GateBody.isDangerous(body.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"assignee\":\"anna\",\"orQueries\":[{\"nameLike\":\"%expression%\"}]}",
        "{\"variables\":{\"note\":{\"value\":\"${expression}\",\"type\":\"String\"}}}",
        "{\"expressionless\":1}"
      })
  void letsOrdinaryBodiesPass(String body) throws Exception {
    assertThat(GateBody.isDangerous(body.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}{}",
        "{} {\"assigneeExpression\":1}",
        "{'a':1}",
        "nonsense",
        "{\"a\":NaN}",
        "{/* */}"
      })
  void refusesWhatIsNotOneJsonValue(String body) {
    assertThatThrownBy(() -> GateBody.isDangerous(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(GateBody.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void refusesOtherEncodings(String charset) {
    byte[] body = "{\"assigneeExpression\":\"x\"}".getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> GateBody.isDangerous(body)).isInstanceOf(GateBody.Malformed.class);
  }

  @Test
  void refusesBodiesNestedBeyondReason() {
    String body = "[".repeat(60) + "]".repeat(60);

    assertThatThrownBy(() -> GateBody.isDangerous(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(GateBody.Malformed.class);
  }
}
