// The forms about suppliers: ask for one, complete one, look at a change before verifying it.
import { t as shared, el, get, put, post, instant, section, pairs, choices, field, select, factValue, user } from './forms-kit.js';
import { texts } from './forms-suppliers-texts.js';

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => (texts[language()][key] ?? shared(key)).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
async function reader() { locale = (await user()).locale ?? 'en'; }

const findings = error => error.problem?.findings ?? error.problem?.errors ?? [];
const problem = error => el('section.ch-notice.ch-bad', { role: 'alert' }, el('p', {}, el('strong', {}, t('refused')), ' ', error.message),
  findings(error).length ? el('ul', {}, findings(error).map(finding => el('li', {}, finding.message))) : null);

/** Inputs by name; value() gives null for an empty one. */
function inputs(names, values, touched, attributes = {}) {
  const nodes = Object.fromEntries(names.map(name => [name,
    el('input.form-control', { type: 'text', value: values[name] ?? '', autocomplete: 'off', oninput: touched, ...attributes[name] })]));
  return {
    nodes,
    value: name => nodes[name].value.trim() || null,
    grid: () => el('div.ch-grid', {}, names.map(name => field(t(name), nodes[name])))
  };
}

const partyNames = ['name', 'vatId', 'taxRegistration', 'legalRegistration', 'street', 'postCode', 'city', 'country', 'paymentDays'];
const contactNames = ['contactName', 'email', 'phone', 'language'];

/** Who a supplier is and whom we write to. */
function partyForm(supplier, contact, touched) {
  const party = supplier?.party ?? {}, address = party.address ?? {};
  const who = inputs(partyNames, { ...address, ...party, paymentDays: supplier?.terms?.paymentDays ?? 30 }, touched,
    { country: { maxlength: 2 }, paymentDays: { type: 'number', min: 0, max: 365 } });
  const whom = inputs(contactNames, { ...contact, contactName: contact?.name }, touched, { language: { maxlength: 2 }, email: { type: 'email' } });
  return {
    nodes: [who.grid(), section(t('contact'), whom.grid())],
    complete: () => !!who.value('name') && who.nodes.paymentDays.value !== '',
    party: () => ({ ...party, name: who.value('name') ?? '', vatId: who.value('vatId'), taxRegistration: who.value('taxRegistration'), legalRegistration: who.value('legalRegistration'),
      address: { ...address, street: who.value('street'), postCode: who.value('postCode'), city: who.value('city'), country: who.value('country')?.toUpperCase() ?? null } }),
    terms: () => ({ ...supplier?.terms, paymentDays: Number(who.nodes.paymentDays.value) }),
    contact: () => ({ name: whom.value('contactName'), email: whom.value('email'), phone: whom.value('phone'), language: whom.value('language') })
  };
}

/** One bank account being entered. */
function accountForm(touched) {
  const number = el('input.form-control', { type: 'text', autocomplete: 'off', oninput: touched });
  const more = inputs(['bic', 'holder'], {}, touched);
  return {
    node: el('div', {}, field(t('account'), number, t('accountHint')), more.grid()),
    isEmpty: () => !number.value.trim(),
    value: () => ({ number: number.value.trim(), bic: more.value('bic'), holder: more.value('holder') })
  };
}

const accountLine = account => el('li', {}, account.number, account.holder ? ` · ${account.holder}` : '', ' ', el('span.ch-badge', {}, t(account.state)),
  account.usableFrom && new Date(account.usableFrom) > new Date() ? ' · ' + t('waitsUntil', { date: instant(account.usableFrom) }) : '');
const accountList = accounts => (accounts.length ? el('ul.ch-plain', {}, accounts.map(accountLine)) : el('p.ch-muted', {}, shared('noneGiven')));

/** A search field; chosen(supplier) is called with the one that was picked. */
function picker(organization, states, chosen) {
  const found = el('div.ch-found', { 'aria-live': 'polite' });
  let asked = 0;
  const search = el('input.form-control', { type: 'search', autocomplete: 'off', oninput: async () => {
    const mine = ++asked;
    const matches = await get(`/api/payables/suppliers?organization=${encodeURIComponent(organization())}&text=${encodeURIComponent(search.value)}`);
    if (mine !== asked) return;
    const shown = matches.filter(match => states().includes(match.state)).slice(0, 8);
    found.replaceChildren(...shown.map(match => el('label', {}, el('input', { type: 'radio', name: 'supplier', onchange: () => chosen(match) }),
      ` ${match.party.name} · ${match.number}${match.party.vatId ? ' · ' + match.party.vatId : ''}`)), shown.length ? '' : el('p.ch-muted', {}, t('foundNone')));
  } });
  return { node: el('div', {}, field(t('search'), search), found), clear: () => { search.value = ''; found.replaceChildren(); } };
}

/** The start form: what is asked for is checked and kept; starting the process hands it in. */
export async function requestSupplier(form) {
  await reader();
  const may = (own, right) => own.permissions.includes('payables.supplier:' + right);
  const own = form.user.organizations.filter(one => may(one, 'manage') || may(one, 'block'));
  let kind = null, supplier = null, kept = null;
  const status = el('div', { 'aria-live': 'polite' });
  const touched = () => { kept = null; status.replaceChildren(); form.check(); };
  const organization = select(own.map(one => ({ value: one.code, label: `${one.code} · ${one.name}` })), own.length === 1 ? own[0].code : null);
  const party = partyForm(null, null, touched);
  const account = accountForm(touched);
  const replaces = el('input', { type: 'checkbox', checked: true, onchange: touched });
  const reason = el('textarea.form-control', { rows: 2, maxlength: 500, oninput: touched });
  const accounts = el('div');
  const known = picker(() => organization.value, () => (kind === 'UNBLOCK' ? ['BLOCKED'] : ['ACTIVE']), async match => {
    supplier = match;
    touched();
    accounts.replaceChildren(section(t('accounts'), accountList((await get('/api/payables/suppliers/' + match.id)).accounts)));
  });
  const check = el('button.btn.btn-primary', { type: 'button', onclick: async () => {
    status.replaceChildren(el('p.ch-muted', {}, t('checking')));
    try {
      kept = (await post('/api/payables/supplier-requests?organization=' + encodeURIComponent(organization.value), {
        kind, supplierId: kind === 'NEW_SUPPLIER' ? null : supplier?.id ?? null,
        ...(kind === 'NEW_SUPPLIER' ? { party: party.party(), terms: party.terms(), contact: party.contact() } : {}),
        accounts: kind.startsWith('NEW') && !account.isEmpty() ? [account.value()] : [],
        replaces: kind === 'NEW_ACCOUNT' && replaces.checked, reason: reason.value.trim() })).id;
      status.replaceChildren(el('p.ch-notice.ch-good', {}, t('checked')));
    } catch (error) { status.replaceChildren(problem(error)); }
    form.check();
  } }, t('check'));
  const fresh = el('div', { hidden: true }, party.nodes);
  const existing = el('div', { hidden: true }, known.node, accounts);
  const bank = el('div', { hidden: true }, section(t('account'), account.node));
  const replacing = el('label', { hidden: true }, replaces, ' ', t('replaces'));
  const end = el('div', { hidden: true }, field(t('reason'), reason), el('div.ch-row', {}, check, status));
  const kinds = el('div');
  const choose = chosen => {
    kind = chosen; supplier = null; known.clear(); accounts.replaceChildren();
    fresh.hidden = kind !== 'NEW_SUPPLIER'; existing.hidden = kind === 'NEW_SUPPLIER'; bank.hidden = !kind.startsWith('NEW');
    replacing.hidden = kind !== 'NEW_ACCOUNT'; end.hidden = false;
    touched();
  };
  const offer = () => {
    const chosen = own.find(one => one.code === organization.value);
    kind = null;
    [fresh, existing, bank, replacing, end].forEach(node => { node.hidden = true; });
    kinds.replaceChildren(chosen ? choices('kind', [['NEW_SUPPLIER', 'manage', 'good'], ['NEW_ACCOUNT', 'manage', 'plain'], ['BLOCK', 'block', 'bad'], ['UNBLOCK', 'block', 'plain']]
      .filter(([, right]) => may(chosen, right)).map(([value, , tone]) => ({ value, tone, label: t(value), hint: t(value + '_hint') })), choose) : '');
    touched();
  };
  organization.addEventListener('change', offer);
  form.declares('organization', 'supplierRequestId');
  form.ready = () => !!kept;
  form.values = () => ({ organization: organization.value, supplierRequestId: kept });
  offer();
  return [el('p.ch-why', {}, t('lead')), field(t('organization'), organization), section(t('kind'), kinds), fresh, existing, bank, replacing, end];
}

/** The clerk completes a candidate, or says that we have it already. */
export async function completeSupplier(form) {
  await reader();
  const { change, supplier, organization, contact } = await get(`/api/payables/tasks/${form.taskId}/supplier-change`);
  let saved = false, outcome = null, known = null, proposed = false;
  const status = el('div', { 'aria-live': 'polite' });
  const touched = () => { saved = false; status.replaceChildren(); form.check(); };
  const party = partyForm(supplier, contact, touched);
  const account = accountForm(touched);
  const place = el('div', {}, accountList(supplier.accounts));
  const added = el('div', {}, el('h5', {}, t('addAccount')), account.node);
  const save = el('button.btn.btn-primary', { type: 'button', onclick: async () => {
    status.replaceChildren(el('p.ch-muted', {}, t('saving')));
    try {
      const view = await put('/api/payables/supplier-changes/' + change.id, {
        party: party.party(), terms: party.terms(), contact: party.contact(), accounts: proposed || account.isEmpty() ? [] : [account.value()] });
      saved = true;
      place.replaceChildren(accountList(view.supplier.accounts));
      if (!account.isEmpty()) { proposed = true; added.replaceChildren(); }
      status.replaceChildren(el('p.ch-notice.ch-good', {}, t('saved')));
    } catch (error) { status.replaceChildren(problem(error)); }
    form.check();
  } }, t('save'));
  const search = picker(() => organization, () => ['ACTIVE'], match => { known = match.id; form.check(); });
  const fresh = el('div', { hidden: true }, party.nodes, section(t('accounts'), place, added), el('div.ch-row', {}, save, status));
  const same = el('div', { hidden: true }, search.node);
  form.declares('mergeInto');
  form.ready = () => (outcome === 'NEW' ? saved : outcome === 'KNOWN' && !!known);
  form.values = () => ({ mergeInto: outcome === 'KNOWN' ? known : null });
  return [el('header.ch-head', {}, el('div', {}, el('h3', {}, supplier.party.name), el('p', {}, `${change.number} · ${change.reason}`))),
    el('p.ch-why', {}, shared('newSupplierHint')),
    change.sourceDocumentId ? el('p', {}, el('a', { href: `/api/documents/${change.sourceDocumentId}/content`, target: '_blank', rel: 'noopener' }, shared('document'))) : null,
    el('section.ch-section.ch-decide', {}, el('h4', {}, shared('what')), choices('supplierOutcome', [
      { value: 'NEW', tone: 'good', label: shared('isNew'), hint: shared('isNewHint') },
      { value: 'KNOWN', tone: 'plain', label: shared('isKnown'), hint: shared('isKnownHint') }],
    chosen => { outcome = chosen; fresh.hidden = chosen !== 'NEW'; same.hidden = chosen !== 'KNOWN'; form.check(); }), fresh, same, el('p.ch-muted', {}, shared('complete')))];
}

/** The new numbers in full, for who may read them: each reading is logged. */
function numbers(view, accounts) {
  const proposed = accounts.filter(account => account.state === 'PROPOSED');
  if (!proposed.length) return null;
  return section(t('account'), el('p.ch-muted', {}, t('compare')), proposed.map(account => {
    const place = el('span', { 'aria-live': 'polite' }, account.number, ' ');
    const show = el('button.btn.btn-link', { type: 'button', onclick: async () => {
      try {
        const whole = await post(`/api/payables/supplier-accounts/${account.id}/readings`, {});
        place.replaceChildren(el('strong', {}, whole.number.replace(/(.{4})(?=.)/g, '$1 ')), ' ', el('small.ch-muted', {}, t('shown')));
        show.remove();
      } catch (error) { show.replaceWith(el('small.ch-muted', {}, error.message)); }
    } }, t('showNumber'));
    return el('p', {}, place, show);
  }));
}

/** How a change of a supplier shows itself to who verifies it. */
export const supplierSubjects = {
  'supplier-change': async view => {
    await reader();
    const { change, supplier } = await get('/api/payables/supplier-changes/' + view.subjectId);
    return { head: el('header.ch-head', {}, el('div', {}, el('h3', {}, view.title), el('p', {}, `${view.reference} · ${change.reason}`))),
      body: [section(shared('facts'), pairs(view.facts.map(fact => [shared('fact.' + fact.kind, { item: fact.item }).replace(/^fact\./, ''), factValue(fact.value)]))),
        numbers(view, supplier.accounts.filter(account => !change.accountId || account.id === change.accountId))] };
  }
};
