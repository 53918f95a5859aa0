package org.countinghouse.ledger.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A running binary COPY. Sockets buffer, so the server stores rows while the next are being made.
 */
final class CopyStream implements AutoCloseable {

  private static final int SEND_BYTES = 128 * 1024;

  private final CopyIn copy;
  private final RowBuffer rows = new RowBuffer(SEND_BYTES + 64 * 1024);

  CopyStream(Connection connection, String target) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + target + " from stdin with (format binary)");
    rows.signature();
  }

  /** Where the next row is put; {@link #rowEnds()} must follow. */
  RowBuffer rows() {
    return rows;
  }

  void rowEnds() throws IOException {
    if (rows.length() >= SEND_BYTES) {
      send();
    }
  }

  private void send() throws IOException {
    try {
      copy.writeToCopy(rows.bytes(), 0, rows.length());
    } catch (SQLException e) {
      throw new IOException(e);
    }
    rows.clear();
  }

  /** Ends the copy; how many rows there were. */
  long finish() throws IOException, SQLException {
    rows.trailer();
    send();
    return copy.endCopy();
  }

  /** Gives the copy up unless it was finished; the transaction must be rolled back then. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
