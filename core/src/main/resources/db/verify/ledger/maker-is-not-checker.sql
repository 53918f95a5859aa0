-- Nobody checked a journal that he made himself, in his own name or in that of somebody he stood in for.
select organization_id as organization, id as journal, maker, maker_for, checker, checker_for
  from finance.journals
 where checker in (maker, maker_for) or checker_for in (maker, maker_for)
