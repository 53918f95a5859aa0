package org.countinghouse.server.api.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.documents.DocumentsError;
import org.countinghouse.errors.BusinessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Pages of PDFs as pictures, to be read beside a task: a browser shows no PDF within the sandbox
 * that Tasklist lives in. Strangers made these files, so large ones are left to the reader's own
 * program, a picture is never larger than a page needs to be read, and few are drawn at once.
 */
@Component
class PdfPages {

  private static final long BYTES_MAX = 20L << 20;
  private static final int WIDTH_PIXELS = 1100;
  private static final int PROPORTION_MAX = 3;
  private static final int AT_ONCE = 2;

  private final Documents documents;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  PdfPages(Documents documents) {
    this.documents = documents;
  }

  /**
   * How many pages it has.
   *
   * @throws BusinessException {@code documents.page-unknown} when it is no PDF to be shown
   */
  int count(Document document) {
    return with(document, 1, PDDocument::getNumberOfPages);
  }

  /**
   * A page as PNG.
   *
   * @param page from 1
   * @throws BusinessException {@code documents.page-unknown}
   */
  byte[] png(Document document, int page) {
    return with(
        document,
        page,
        pdf -> {
          if (page < 1 || page > pdf.getNumberOfPages()) {
            throw DocumentsError.PAGE_UNKNOWN.with(document.id(), page);
          }
          PDRectangle box = pdf.getPage(page - 1).getCropBox();
          float width = Math.max(box.getWidth(), box.getHeight() / PROPORTION_MAX);
          BufferedImage picture =
              new PDFRenderer(pdf)
                  .renderImage(page - 1, WIDTH_PIXELS / Math.max(1, width), ImageType.RGB);
          var png = new ByteArrayOutputStream();
          ImageIO.write(picture, "png", png);
          return png.toByteArray();
        });
  }

  private interface Use<T> {
    T of(PDDocument pdf) throws IOException;
  }

  private <T> T with(Document document, int page, Use<T> use) {
    if (!document.mediaType().equals(MediaType.APPLICATION_PDF_VALUE)
        || document.size() > BYTES_MAX) {
      throw DocumentsError.PAGE_UNKNOWN.with(document.id(), page);
    }
    byte[] bytes = documents.bytes(document.id());
    turns.acquireUninterruptibly();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      return use.of(pdf);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw DocumentsError.PAGE_UNKNOWN.with(document.id(), page);
    } finally {
      turns.release();
    }
  }
}
