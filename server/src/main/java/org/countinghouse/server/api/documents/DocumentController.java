package org.countinghouse.server.api.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.documents.spi.DocumentView;
import org.countinghouse.server.security.Caller;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stored documents. Strangers wrote them: nothing of them is run, and only PDFs, which browsers
 * show in a cage of their own, are opened in place.
 */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

  private static final String READ = "documents.document:read";

  /** Nothing is loaded, nothing runs, nothing is sent; our own style sheet is inline. */
  private static final String CAGE =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'; sandbox";

  private final Documents documents;
  private final List<DocumentView> views;
  private final PdfPages pages;

  DocumentController(Documents documents, List<DocumentView> views, PdfPages pages) {
    this.documents = documents;
    this.pages = pages;
    this.views = List.copyOf(views);
  }

  /** What a document is, without its bytes. */
  @GetMapping("/{id}")
  Document document(@PathVariable UUID id, Caller caller) {
    return readable(id, caller);
  }

  /** The bytes as they came, verified against their hash while they are sent. */
  @GetMapping("/{id}/content")
  ResponseEntity<InputStreamResource> content(@PathVariable UUID id, Caller caller) {
    Document document = readable(id, caller);
    boolean pdf = document.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
    ContentDisposition.Builder disposition =
        pdf ? ContentDisposition.inline() : ContentDisposition.attachment();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(pdf ? MediaType.APPLICATION_PDF : mediaType(document))
            .contentLength(document.size())
            .cacheControl(CacheControl.noStore())
            .header("X-Content-Type-Options", "nosniff")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition.filename(document.name(), StandardCharsets.UTF_8).build().toString());
    if (!pdf) {
      answer.header("Content-Security-Policy", CAGE);
    }
    return answer.body(new InputStreamResource(documents.open(id)));
  }

  /** The document as a page for people, where we understand its format; else 404. */
  @GetMapping(path = "/{id}/content", params = "view=readable")
  ResponseEntity<String> page(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String language,
      Locale accepted,
      Caller caller) {
    Document document = readable(id, caller);
    Locale locale = language.isBlank() ? accepted : Locale.forLanguageTag(language);
    byte[] content = documents.bytes(document.id());
    Optional<String> page =
        views.stream().flatMap(view -> view.html(content, locale).stream()).findFirst();
    return page.map(
            html ->
                ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noStore())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", CAGE)
                    .body(html))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** How many pages a PDF has, to be looked at one by one. */
  @GetMapping("/{id}/pages")
  PageCount pages(@PathVariable UUID id, Caller caller) {
    return new PageCount(pages.count(readable(id, caller)));
  }

  /**
   * A page of a PDF as a picture.
   *
   * @param page from 1
   */
  @GetMapping(path = "/{id}/pages/{page}", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page, Caller caller) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .body(pages.png(readable(id, caller), page));
  }

  /** The length of a document that has pages. */
  record PageCount(int pages) {}

  private Document readable(UUID id, Caller caller) {
    Document document = documents.get(id);
    caller.require(READ, document.organizationId());
    return document;
  }

  /** What is active in a browser is sent as plain bytes. */
  private static MediaType mediaType(Document document) {
    return switch (document.mediaType()) {
      case "application/xml", "text/xml" -> MediaType.APPLICATION_XML;
      case "application/json" -> MediaType.APPLICATION_JSON;
      case "text/csv", "text/plain" -> MediaType.TEXT_PLAIN;
      case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
          MediaType.parseMediaType(document.mediaType());
      default -> MediaType.APPLICATION_OCTET_STREAM;
    };
  }
}
