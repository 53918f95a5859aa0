package org.countinghouse.routes.supplierinvoices.einvoice;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/**
 * The XML that a PDF carries (ZUGFeRD, Factur-X, XRechnung in PDF). The pages are not looked at.
 */
final class InvoicePdf {

  /** By the standards' names first; anything else that ends in .xml last. */
  private static final List<String> NAMES =
      List.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "order-x.xml");

  private static final int TREE_DEPTH_MAX = 20;

  private InvoicePdf() {}

  /** Whether these are the first bytes of a PDF. */
  static boolean isPdf(byte[] head) {
    return new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).contains("%PDF-");
  }

  /**
   * The invoice inside, if there is one.
   *
   * @param sizeMax no more bytes than this are unpacked
   * @throws IOException when the file is no readable PDF, is encrypted, or unpacks to more
   */
  static Optional<EmbeddedXml> find(byte[] pdf, int sizeMax) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Map<String, PDEmbeddedFile> files = new TreeMap<>();
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      PDEmbeddedFilesNameTreeNode embedded = names.getEmbeddedFiles();
      if (embedded != null) {
        collect(embedded, files, TREE_DEPTH_MAX);
      }
      Optional<String> best =
          files.keySet().stream().min(Comparator.comparingInt(InvoicePdf::rank));
      return best.isEmpty()
          ? Optional.empty()
          : Optional.of(new EmbeddedXml(best.get(), unpack(files.get(best.get()), sizeMax)));
    } catch (RuntimeException e) {
      // damaged object trees surface as anything from class casts to missing values
      throw new IOException("damaged: " + e, e);
    }
  }

  private static void collect(
      PDNameTreeNode<PDComplexFileSpecification> node,
      Map<String, PDEmbeddedFile> files,
      int depthLeft)
      throws IOException {
    Map<String, PDComplexFileSpecification> here = node.getNames();
    if (here != null) {
      here.values().forEach(specification -> add(specification, files));
    }
    List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
    if (kids != null && depthLeft > 0) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
        collect(kid, files, depthLeft - 1);
      }
    }
  }

  private static void add(
      @Nullable PDComplexFileSpecification specification, Map<String, PDEmbeddedFile> files) {
    if (specification == null) {
      return;
    }
    PDEmbeddedFile file = specification.getEmbeddedFileUnicode();
    if (file == null) {
      file = specification.getEmbeddedFile();
    }
    String name = specification.getFilename();
    if (file != null && name != null && name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
      files.put(name, file);
    }
  }

  private static int rank(String name) {
    int position = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
    return position < 0 ? NAMES.size() : position;
  }

  private static byte[] unpack(@Nullable PDEmbeddedFile file, int sizeMax) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    try (InputStream content = file.createInputStream()) {
      byte[] bytes = content.readNBytes(sizeMax + 1);
      if (bytes.length > sizeMax) {
        throw new IOException("the embedded file unpacks to more than " + sizeMax + " bytes");
      }
      return bytes;
    }
  }

  /** A file inside the PDF, under the name it has there. */
  record EmbeddedXml(String name, byte[] content) {}
}
