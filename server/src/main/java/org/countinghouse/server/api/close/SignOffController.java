package org.countinghouse.server.api.close;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Closing;
import org.countinghouse.close.Closings;
import org.countinghouse.close.SignOffs;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.api.close.CloseViews.ItemView;
import org.countinghouse.server.api.close.CloseViews.SignOffTaskView;
import org.countinghouse.server.api.close.CloseViews.VouchedView;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items of a closing that people sign off: seen, proved with a document, signed, taken back. */
@RestController
@RequestMapping("/api/close/closings/{closingId}/items/{key}")
class SignOffController {

  private static final String SIGN_OFF = "close.checklist:sign-off";

  private final Closings closings;
  private final SignOffs signOffs;
  private final Documents documents;
  private final Organizations organizations;

  SignOffController(
      Closings closings, SignOffs signOffs, Documents documents, Organizations organizations) {
    this.closings = closings;
    this.signOffs = signOffs;
    this.documents = documents;
    this.organizations = organizations;
  }

  /**
   * A signature.
   *
   * @param note what was looked at and found, 10 to 2000 characters
   * @param documentId a stored document that proves it, where one is asked for
   */
  record SignOffRequest(String note, @Nullable UUID documentId) {}

  /**
   * Why a signature is taken back.
   *
   * @param reason 10 to 2000 characters
   */
  record WithdrawalRequest(String reason) {}

  @GetMapping
  SignOffTaskView item(@PathVariable UUID closingId, @PathVariable String key, Caller caller) {
    Closing closing = closings.get(closingId);
    caller.require(SIGN_OFF, closing.organizationId());
    ChecklistItem item = signOffs.show(closingId, key, caller.actor());
    List<VouchedView> balances =
        signOffs.balances(closingId, key, caller.actor()).stream().map(VouchedView::of).toList();
    return new SignOffTaskView(
        closingId,
        closing.number(),
        organizations.byId(closing.organizationId()).code(),
        closing.period().toString(),
        ItemView.of(item),
        balances);
  }

  /** Stores what proves a signature; the answer's id goes into it. */
  @PostMapping("/documents")
  ResponseEntity<Document> upload(
      @PathVariable UUID closingId,
      @PathVariable String key,
      @RequestParam String name,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody byte[] content,
      Caller caller) {
    Closing closing = closings.get(closingId);
    caller.require(SIGN_OFF, closing.organizationId());
    signOffs.show(closingId, key, caller.actor());
    Document stored =
        documents.store(
            closing.organizationId(), name, type.getType() + "/" + type.getSubtype(), content);
    return ResponseEntity.created(URI.create("/api/documents/" + stored.id())).body(stored);
  }

  @PostMapping("/sign-offs")
  ItemView signOff(
      @PathVariable UUID closingId,
      @PathVariable String key,
      @RequestBody SignOffRequest request,
      Caller caller) {
    caller.require(SIGN_OFF, closings.get(closingId).organizationId());
    return ItemView.of(
        signOffs.signOff(closingId, key, request.note(), request.documentId(), caller.actor()));
  }

  @PostMapping("/sign-offs/withdrawals")
  ItemView takeBack(
      @PathVariable UUID closingId,
      @PathVariable String key,
      @RequestBody WithdrawalRequest request,
      Caller caller) {
    caller.require(SIGN_OFF, closings.get(closingId).organizationId());
    return ItemView.of(signOffs.takeBack(closingId, key, request.reason(), caller.actor()));
  }
}
