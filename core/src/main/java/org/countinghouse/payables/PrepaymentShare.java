package org.countinghouse.payables;

import org.countinghouse.money.Money;
import org.countinghouse.tax.TaxCode;

/**
 * What a final invoice deducts of one tax rate of a prepayment.
 *
 * @param net stands on the prepayments account
 * @param tax was booked as the code says
 */
record PrepaymentShare(TaxCode code, Money net, Money tax) {}
