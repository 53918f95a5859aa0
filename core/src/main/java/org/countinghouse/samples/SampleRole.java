package org.countinghouse.samples;

/** What an account is for in the sample books; each country's chart has its own code for it. */
public enum SampleRole {
  BANK,
  BANK_EUR,
  BANK_GBP,
  BANK_USD,
  CUSTOMERS,
  SUPPLIERS,
  STOCK,
  PREPAID,
  INPUT_TAX,
  OUTPUT_TAX,
  WAGES_PAYABLE,
  INCOME_TAX_WITHHELD,
  SOCIAL_SECURITY,
  EQUIPMENT,
  EQUIPMENT_DEPRECIATION,
  VEHICLES,
  VEHICLES_DEPRECIATION,
  CAPITAL,
  RETAINED_EARNINGS,
  SALES,
  COST_OF_SALES,
  CARRIAGE,
  SALARIES,
  SOCIAL_COST,
  RENT,
  ENERGY,
  INSURANCE,
  TRAVEL,
  OFFICE,
  SOFTWARE,
  MARKETING,
  ADVICE,
  REPAIRS,
  TELEPHONE,
  BANK_CHARGES,
  EXCHANGE_GAIN,
  EXCHANGE_LOSS;

  /** The bank account kept in a foreign currency. */
  static SampleRole bankIn(String currency) {
    return valueOf("BANK_" + currency);
  }
}
