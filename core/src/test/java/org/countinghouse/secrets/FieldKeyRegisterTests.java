package org.countinghouse.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class FieldKeyRegisterTests {

  @Autowired FieldKeys keys;
  @Autowired JdbcTemplate jdbc;

  @Test
  void aStartWithAnotherKeyFileIsRefusedAndLeavesNoTrace(@TempDir Path directory) {
    var others = new FieldKeys(directory.resolve("field.keys"));

    assertThatThrownBy(() -> new FieldKeyRegister(others, jdbc).afterSingletonsInstantiated())
        .hasMessageContaining("put the key file of this database there");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from shared.field_keys where id = ?",
                Long.class,
                others.current().id()))
        .isZero();
  }

  @Test
  void aStartWithItsOwnKeyFileIsNot() {
    new FieldKeyRegister(keys, jdbc).afterSingletonsInstantiated();

    assertThat(jdbc.queryForList("select id from shared.field_keys", String.class))
        .contains("index", keys.current().id());
  }
}
