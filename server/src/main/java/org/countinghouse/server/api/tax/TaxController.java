package org.countinghouse.server.api.tax;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.countinghouse.tax.RecordedTax;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxCodeTemplates;
import org.countinghouse.tax.TaxCodes;
import org.countinghouse.tax.TaxEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tax codes, and the tax of what was posted; the return is the report {@code tax-summary}. */
@RestController
@RequestMapping("/api/tax")
class TaxController {

  private static final String READ = "tax.code:read";
  private static final String MANAGE = "tax.code:manage";

  private final TaxCodes codes;
  private final TaxCodeTemplates templates;
  private final TaxEntries entries;

  TaxController(TaxCodes codes, TaxCodeTemplates templates, TaxEntries entries) {
    this.codes = codes;
    this.templates = templates;
    this.entries = entries;
  }

  /**
   * A tax code; see {@link TaxCode} for the fields.
   *
   * @param ownRate percent on reverse charge and use tax; absent elsewhere
   */
  record CodeBody(
      @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,15}") String code,
      @NotBlank @Size(max = 200) String name,
      TaxCode.@NotNull Usage usage,
      @NotBlank @Size(max = 3) String category,
      @NotNull @PositiveOrZero BigDecimal rate,
      TaxCode.@NotNull Kind kind,
      @Nullable @PositiveOrZero BigDecimal ownRate,
      @Nullable String inputAccount,
      @Nullable String outputAccount,
      @Nullable @Pattern(regexp = "[A-Z0-9_]{1,40}") String treatment) {

    TaxCode value(UUID organizationId) {
      return new TaxCode(
          organizationId,
          code,
          name,
          usage,
          category,
          rate,
          kind,
          Objects.requireNonNullElse(ownRate, BigDecimal.ZERO),
          inputAccount,
          outputAccount,
          treatment);
    }
  }

  /** Whose codes to set up. */
  record CountryBody(@NotNull @Pattern(regexp = "[A-Za-z]{2}") String country) {}

  /** The tax codes, by code. */
  @GetMapping("/codes")
  List<TaxCode> list(@RequestParam String organization, Caller caller) {
    return codes.list(caller.organization(organization, READ).id());
  }

  /** Adds a tax code. */
  @PostMapping("/codes")
  @ResponseStatus(HttpStatus.CREATED)
  TaxCode create(
      @RequestParam String organization, @RequestBody @Valid CodeBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    TaxCode wanted = body.value(where.id());
    codes.create(wanted, caller.actor());
    return wanted;
  }

  /** Sets up the codes that come for a country; its chart of accounts must be there. */
  @PostMapping("/templates")
  @ResponseStatus(HttpStatus.CREATED)
  List<TaxCode> install(
      @RequestParam String organization, @RequestBody @Valid CountryBody body, Caller caller) {
    Organization where = caller.organization(organization, MANAGE);
    templates.install(where.id(), body.country(), caller.actor());
    return codes.list(where.id());
  }

  /** The tax of one journal. */
  @GetMapping("/entries")
  List<RecordedTax> entries(
      @RequestParam String organization, @RequestParam UUID journal, Caller caller) {
    return entries.of(caller.organization(organization, READ).id(), journal);
  }
}
