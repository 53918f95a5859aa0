package org.countinghouse.routes.paymentstatus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;

/** Turns a format's reading into the inbox's: refusals become findings. */
public final class StatusReading {

  private StatusReading() {}

  /** Reads the reports of a document. */
  @FunctionalInterface
  public interface Reader {
    /** The reports, or a refusal with findings. */
    List<StatusReport> read() throws IOException;
  }

  /** What the reader read, or why not. */
  public static Reading<List<StatusReport>> of(Reader reader) {
    try {
      List<StatusReport> reports = reader.read();
      return Reading.of(reports, StatusIntake.summary(reports), List.of());
    } catch (BusinessException e) {
      List<Finding> findings =
          e.findings().isEmpty()
              ? List.of(new Finding(e.code().id(), "", String.valueOf(e.getMessage())))
              : e.findings();
      return Reading.refused("", findings, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
