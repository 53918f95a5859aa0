package org.countinghouse.routes.tables;

import java.util.List;
import java.util.function.Supplier;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.tables.TableFiles;

/** Documents that people make in a spreadsheet. */
public final class TableDocuments {

  private static final int HEAD_BYTES = 256;

  private TableDocuments() {}

  /** A workbook, or text: a PDF or a picture has control characters early on. */
  public static boolean looksLikeTable(IncomingDocument document) {
    byte[] head = document.head(HEAD_BYTES);
    if (TableFiles.isWorkbook(head)) {
      return true;
    }
    for (byte here : head) {
      boolean isControl = here >= 0 && here < ' ' && here != '\n' && here != '\r' && here != '\t';
      if (isControl) {
        return false;
      }
    }
    return true;
  }

  /** What a reader makes of it; its refusal becomes findings. */
  public static <C> Reading<C> read(Supplier<Reading<C>> reader) {
    try {
      return reader.get();
    } catch (BusinessException refusal) {
      return Reading.refused("", findings(refusal), List.of());
    }
  }

  private static List<Finding> findings(BusinessException refusal) {
    return refusal.findings().isEmpty()
        ? List.of(new Finding(refusal.code().id(), "", String.valueOf(refusal.getMessage())))
        : refusal.findings();
  }
}
