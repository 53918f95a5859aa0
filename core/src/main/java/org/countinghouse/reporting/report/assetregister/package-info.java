/** The register of fixed assets: how cost and depreciation of each moved between two days. */
@NullMarked
package org.countinghouse.reporting.report.assetregister;

import org.jspecify.annotations.NullMarked;
