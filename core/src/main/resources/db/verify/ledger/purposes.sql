-- Every account that serves a purpose takes postings, is no control account, and is of a type that can serve it.
select organization_id as organization, code as account, purpose, type
  from finance.accounts
 where purpose is not null
   and (not postable or controlled_by is not null or deactivated_at is not null
        or type <> all (case purpose
             when 'RETAINED_EARNINGS' then array['EQUITY']
             when 'TRANSLATION_RESERVE' then array['EQUITY']
             when 'OPENING_BALANCES' then array['EQUITY']
             when 'EXCHANGE_VALUATION' then array['ASSET', 'LIABILITY']
             when 'PAYMENTS_IN_TRANSIT' then array['ASSET', 'LIABILITY']
             when 'SUSPENSE' then array['ASSET', 'LIABILITY']
             when 'ACCRUED_EXPENSES' then array['LIABILITY']
             when 'PREPAID_EXPENSES' then array['ASSET']
             when 'BANK' then array['ASSET']
             when 'BANK_CHARGES' then array['EXPENSE']
             when 'DEPRECIATION_EXPENSE' then array['EXPENSE']
             else array['INCOME', 'EXPENSE'] end))
