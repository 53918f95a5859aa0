package org.countinghouse.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Ties key file and database together: the database remembers which keys its fields were encrypted
 * with (by a proof that tells nothing of the key), and a start without one of them is refused,
 * rather than going on with new keys beside fields that nobody can read any more.
 */
@Component
class FieldKeyRegister implements SmartInitializingSingleton {

  private static final String INDEX = "index";

  private final FieldKeys keys;
  private final JdbcTemplate jdbc;

  FieldKeyRegister(FieldKeys keys, JdbcTemplate jdbc) {
    this.keys = keys;
    this.jdbc = jdbc;
  }

  @Override
  public void afterSingletonsInstantiated() {
    jdbc.query(
        "select id, proof from shared.field_keys",
        row -> {
          String id = row.getString("id");
          SecretKey ours = id.equals(INDEX) ? keys.index() : keys.all().get(id);
          if (ours == null || !proof(ours).equals(row.getString("proof"))) {
            throw new IllegalStateException(
                "The database's fields are encrypted with key %s, which is not in %s: put the key file of this database there, from your backup or from the node that made it."
                    .formatted(id, keys.file()));
          }
        });
    register(INDEX, keys.index());
    keys.all().forEach(this::register);
  }

  private void register(String id, SecretKey key) {
    jdbc.update(
        "insert into shared.field_keys (id, proof) values (?, ?) on conflict (id) do nothing",
        id,
        proof(key));
  }

  /** Made with the key, and of no use to who has not got it. */
  static String proof(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(FieldKeys.MAC);
      mac.init(new SecretKeySpec(key.getEncoded(), FieldKeys.MAC));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              mac.doFinal("countinghouse field key".getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
