package org.countinghouse.routes.supplierinvoices.einvoice;

import java.util.List;
import java.util.Locale;
import org.countinghouse.errors.Finding;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/**
 * The rule set a document is judged by, chosen from what it claims to follow (BT-24). A claim we
 * have no rules for is judged by plain EN 16931, and a warning says so: it never passes silently.
 *
 * @param ruleSet id of the official rules, such as {@code de.xrechnung:cii:3.0.2}
 * @param errors why a document of this profile is refused whatever the rules say
 * @param warnings what to know about the choice
 */
record Profile(String ruleSet, List<Finding> errors, List<Finding> warnings) {

  private static final String CORE_VERSION = ":1.3.15";
  private static final String PEPPOL_VERSION = ":2025.11";
  private static final String XRECHNUNG_VERSION = ":3.0.2";

  private static final String CORE_CLAIM = "urn:cen.eu:en16931:2017";
  private static final String PEPPOL_CLAIM =
      CORE_CLAIM + "#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  private static final List<String> XRECHNUNG_CLAIMS =
      List.of(
          CORE_CLAIM + "#compliant#urn:xeinkauf.de:kosit:xrechnung_",
          CORE_CLAIM + "#compliant#urn:xoev-de:kosit:standard:xrechnung_");
  private static final List<String> FACTUR_X_CORE_CLAIMS =
      List.of(
          CORE_CLAIM + "#compliant#urn:factur-x.eu:1p0:basic",
          CORE_CLAIM + "#compliant#urn:zugferd.de:2p0:basic");
  private static final List<String> FACTUR_X_CLAIMS =
      List.of("urn:factur-x.eu:1p0:", "urn:zugferd.de:2p0:");

  /** The rule sets compiled ahead: those nearly every invoice needs. */
  static List<String> common() {
    return List.of(
        "eu.peppol.bis3:invoice" + PEPPOL_VERSION,
        "eu.peppol.bis3:creditnote" + PEPPOL_VERSION,
        "de.xrechnung:ubl-invoice" + XRECHNUNG_VERSION,
        "de.xrechnung:cii" + XRECHNUNG_VERSION);
  }

  /** The rule set for a document of this syntax and root. */
  static Profile of(Syntax syntax, XmlNode root) {
    String claim = claim(syntax.customization(root));
    if (XRECHNUNG_CLAIMS.stream().anyMatch(claim::startsWith)) {
      return xrechnung(syntax, claim);
    }
    if (claim.equals(PEPPOL_CLAIM) && syntax != Syntax.CII) {
      return known("eu.peppol.bis3:" + syntax.peppolName() + PEPPOL_VERSION);
    }
    String core = "eu.cen.en16931:" + syntax.coreName() + CORE_VERSION;
    if (claim.equals(CORE_CLAIM) || FACTUR_X_CORE_CLAIMS.contains(claim)) {
      return known(core);
    }
    if (FACTUR_X_CLAIMS.stream().anyMatch(claim::startsWith)) {
      return new Profile(
          core, List.of(EInvoiceError.PROFILE_WITHOUT_LINES.at(root.path(), claim)), List.of());
    }
    return new Profile(
        core, List.of(), List.of(EInvoiceError.PROFILE_CHECKED_AS_CORE.at(root.path(), claim)));
  }

  private static Profile xrechnung(Syntax syntax, String claim) {
    boolean extension =
        claim.contains("#conformant#")
            && claim.contains("extension")
            && syntax != Syntax.UBL_CREDIT_NOTE;
    String group = extension ? "de.xrechnung.extension:" : "de.xrechnung:";
    return known(group + syntax.xrechnungName() + XRECHNUNG_VERSION);
  }

  private static Profile known(String ruleSet) {
    return new Profile(ruleSet, List.of(), List.of());
  }

  private static String claim(@Nullable String customization) {
    return customization == null ? "" : customization.toLowerCase(Locale.ROOT);
  }
}
