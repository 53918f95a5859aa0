package org.countinghouse.close.certificate;

import java.util.List;

/** Where the truth a certificate is held against comes from: the database, or an export. */
@FunctionalInterface
public interface FiguresSource {

  /** Compares what the certificate says with what this source knows. */
  List<Verification.Check> compare(CloseCertificate certificate);

  /** Nothing to compare with: only file, signature and inner consistency are checked. */
  static FiguresSource none() {
    return certificate -> List.of();
  }
}
