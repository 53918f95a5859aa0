// The forms of the process "purchase-order": want something or change an order, place it, rework it, see it before approving.
import { el, get, put, post, money, number, date, section, pairs, choices, field, select, user } from './forms-kit.js';
import { UNITS, unitName, unitCode } from './forms-units.js';
import { texts } from './forms-orders-texts.js';

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => texts[language()][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

async function reader() { locale = (await user()).locale; }

const decimal = () => new Intl.NumberFormat(locale).formatToParts(1.5).find(part => part.type === 'decimal').value;

/** What was typed as plain digits: thousands and the reader's decimal sign are understood. */
function plain(text) {
  const sign = decimal();
  const thousands = sign === ',' ? /[.\s'’]/g : /[,\s'’]/g;
  return text.trim().replace(thousands, '').replace(sign, '.');
}
const isNumber = text => /^\d+(\.\d+)?$/.test(text);
const typed = text => (text == null ? '' : text.replace('.', decimal()));

/** Exact: quantities and prices are text and are multiplied as whole millionths. */
const SCALE = 6;
const millionths = text => { const [whole, rest = ''] = text.split('.'); return BigInt((whole || '0') + rest.padEnd(SCALE, '0').slice(0, SCALE)); };
/** A product of two, for display: the server rounds, and its word counts. */
const product = value => { const digits = String(value).padStart(2 * SCALE + 1, '0'); return digits.slice(0, -2 * SCALE) + '.' + digits.slice(-2 * SCALE); };

// two codes share a name: the second stays a code, so that it is kept as it is
const unitTyped = code => (unitCode(unitName(code)) === code ? unitName(code) : code);

const placeName = place => (place.startsWith('line ') ? t('line', { number: place.slice(5) }) : place === 'deliverBy' ? t('deliverBy') : texts[language()][place] ?? place);
const findingsOf = error => error.problem?.findings ?? error.problem?.errors ?? [];

function findingList(title, findings) {
  return el('section.ch-notice.ch-bad', { role: 'alert' }, el('p', {}, el('strong', {}, title)),
    el('ul', {}, findings.map(finding => el('li', {}, finding.place ? el('strong', {}, placeName(finding.place) + ': ') : null, finding.message))));
}

/** What is left of each budget, and what this does to it. */
function budgetTable(rooms) {
  if (!rooms.length) return null;
  const year = rooms[0].fiscalYear;
  return section(t('budgets'), el('div.ch-scroll', {}, el('table.ch-table.ch-budgets', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('account')), ...['planned', 'actual', 'committed', 'reserved', 'requested', 'left'].map(key => el('th.ch-num', {}, t(key, { year }))))),
    el('tbody', {}, rooms.map(room => el('tr', { class: room.exceeded ? 'ch-wrong' : '' },
      el('td', {}, `${room.account}${room.costCentre ? ' · ' + room.costCentre : ''}`, el('small', {}, room.accountName)),
      el('td.ch-num', {}, room.plannedFor ? money(room.planned) : t('notPlanned')),
      ...['actual', 'committed', 'reserved', 'requested'].map(key => el('td.ch-num', {}, money(room[key]))),
      el('td.ch-num', {}, el('strong', {}, room.plannedFor ? money(room.left) : ''))))))),
    rooms.some(room => room.blocked) ? el('p.ch-notice.ch-bad', { role: 'alert' }, t('blocks')) : rooms.some(room => room.exceeded) ? el('p.ch-notice.ch-warn', {}, t('warns')) : null);
}

/** One line being edited. */
function lineRow(editor, line) {
  const input = (name, attributes = {}) => el('input.form-control', { type: 'text', value: line[name] ?? '', 'aria-label': t(name), autocomplete: 'off', oninput: () => editor.touched(), ...attributes });
  const amount = (name, value) => input(name, { value: typed(value), inputmode: 'decimal', class: 'form-control ch-num' });
  const category = select(editor.options.categories.map(entry => ({ value: entry.code, label: entry.name })), line.category, '');
  category.setAttribute('aria-label', t('category'));
  category.addEventListener('change', () => editor.touched());
  const inputs = {
    name: input('name', { maxlength: 500 }), category, quantity: amount('quantity', line.quantity), unit: input('unit', { list: editor.id + '-units', value: unitTyped(line.unit ?? 'C62') }),
    unitPrice: amount('unitPrice', line.unitPrice), costCentre: input('costCentre', { list: editor.id + '-centres' }),
    account: input('account', { list: editor.id + '-accounts' }), project: input('project', { list: editor.id + '-projects' }),
    taxCode: input('taxCode', { list: editor.id + '-taxes' }), supplierItem: input('supplierItem', { maxlength: 100 })
  };
  const net = el('td.ch-num.ch-net');
  const faults = el('div.ch-fault', { role: 'alert' });
  const remove = el('button.btn.btn-link', { type: 'button', title: t('removeLine'), 'aria-label': t('removeLine'), onclick: () => editor.remove(row) }, '✕');
  const node = el('tr', {}, el('td.ch-text', {}, inputs.name, faults), el('td', {}, inputs.category), el('td', {}, inputs.quantity), el('td', {}, inputs.unit), el('td', {}, inputs.unitPrice), net,
    el('td', {}, inputs.costCentre), ...['account', 'project', 'taxCode', 'supplierItem'].map(key => el('td.ch-more', {}, inputs[key])), el('td', {}, remove));
  const numeric = ['quantity', 'unitPrice'];
  const row = {
    node, id: line.id ?? null,
    isEmpty: () => !['name', 'quantity', 'unitPrice'].some(key => inputs[key].value.trim()),
    unreadable: () => numeric.filter(key => !isNumber(plain(inputs[key].value))),
    sum: () => (row.unreadable().length ? null : millionths(plain(inputs.quantity.value)) * millionths(plain(inputs.unitPrice.value))),
    value: () => ({ id: row.id, ...Object.fromEntries(Object.entries(inputs).map(([key, entry]) => [key, (numeric.includes(key) ? plain(entry.value) : key === 'unit' ? unitCode(entry.value.trim()) : entry.value.trim()) || null])) }),
    say: messages => { faults.replaceChildren(...messages.map(message => el('div', {}, message))); node.classList.toggle('ch-wrong', messages.length > 0); },
    tell: currency => { net.textContent = row.sum() == null ? '' : money({ amount: product(row.sum()), currency }); }
  };
  // where another category is chosen, its own account and tax code apply
  category.addEventListener('change', () => { inputs.account.value = ''; inputs.taxCode.value = ''; });
  return row;
}

/** The table of lines. */
function lineEditor(options, currency, onTouch) {
  const editor = { id: 'order-' + Math.random().toString(36).slice(2), options, rows: [] };
  const body = el('tbody');
  const total = el('th.ch-num');
  const list = (id, entries) => el('datalist', { id: `${editor.id}-${id}` }, entries.map(entry => el('option', { value: entry.code }, `${entry.code} ${entry.name}`.trim())));
  editor.touched = quietly => {
    const last = editor.rows[editor.rows.length - 1];
    if (!last || !last.isEmpty()) editor.add({});
    editor.rows.forEach(row => row.tell(currency()));
    total.textContent = money({ amount: product(editor.rows.reduce((sum, row) => sum + (row.sum() ?? 0n), 0n)), currency: currency() });
    if (!quietly) { editor.rows.forEach(row => row.say([])); onTouch(); }
  };
  editor.add = line => { const row = lineRow(editor, line); editor.rows.push(row); body.append(row.node); return row; };
  editor.remove = row => { editor.rows = editor.rows.filter(other => other !== row); row.node.remove(); editor.touched(); };
  editor.fill = lines => { editor.rows = []; body.replaceChildren(); lines.forEach(line => editor.add(line)); if (lines.some(line => line.project)) show(true); editor.touched(true); };
  editor.filled = () => editor.rows.filter(row => !row.isEmpty());
  editor.say = findings => editor.filled().forEach((row, index) => row.say(findings.filter(finding => finding.place === `line ${index + 1}`).map(finding => finding.message)));
  const toggle = el('input', { type: 'checkbox', onchange: () => show(toggle.checked) });
  const table = el('table.ch-table.ch-lines.ch-order-lines', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('name')), el('th', {}, t('category')), el('th.ch-num', {}, t('quantity')), el('th', {}, t('unit')), el('th.ch-num', {}, t('unitPrice')), el('th.ch-num', {}, t('net')), el('th', {}, t('costCentre')),
      ...['account', 'project', 'taxCode', 'supplierItem'].map(key => el('th.ch-more', {}, t(key))), el('th'))),
    body, el('tfoot', {}, el('tr', {}, el('th', { colspan: 5 }, t('total')), total, el('th', { colspan: 6 }))));
  const show = on => { toggle.checked = on; table.classList.toggle('ch-all-columns', on); };
  editor.node = el('div', {}, el('div.ch-scroll', {}, table), el('label.ch-inline', {}, toggle, ' ', t('moreColumns')),
    list('accounts', options.accounts), list('centres', options.costCentres), list('projects', options.projects), list('taxes', options.taxCodes),
    list('units', [...new Set(UNITS.map(unit => unitName(unit[0])))].map(name => ({ code: name, name: '' }))));
  return editor;
}

/**
 * Everything of one wording. `keep` stores it and gives the stored version; `orderId` is the order it would change; `told`
 * says what saving means for approval.
 */
function orderEditor(organization, options, version, { keep, orderId, fixedSupplier, needsReason, told, onChange }) {
  let saved = null;
  const status = el('div', { 'aria-live': 'polite' });
  const touched = () => { saved = null; status.replaceChildren(); onChange(); };
  const known = options.suppliers.some(entry => entry.id === version.supplier?.id);
  const suppliers = version.supplier && !known ? [version.supplier, ...options.suppliers] : options.suppliers;
  const supplier = select(suppliers.map(entry => ({ value: entry.id, label: `${entry.name} · ${entry.number}` })), version.supplier?.id, t('anySupplier'));
  const currency = el('input.form-control', { type: 'text', maxlength: 3, value: version.currency ?? options.baseCurrency, oninput: () => { lines.touched(); } });
  const valid = () => { try { return new Intl.NumberFormat('en', { style: 'currency', currency: currency.value.trim().toUpperCase() }) && currency.value.trim().toUpperCase(); } catch { return options.baseCurrency; } };
  const deliverBy = el('input.form-control', { type: 'date', value: version.deliverBy ?? '', onchange: touched });
  const note = el('textarea.form-control', { rows: 2, maxlength: 2000, oninput: touched });
  note.value = version.note ?? '';
  const reason = el('input.form-control', { type: 'text', maxlength: 2000, value: version.reason ?? '', oninput: touched });
  supplier.addEventListener('change', touched);
  supplier.disabled = currency.disabled = !!fixedSupplier;
  const lines = lineEditor(options, valid, touched);
  lines.fill(version.lines ?? []);
  // as it stands; what saving finds takes its place
  if (version.rooms?.length) status.replaceChildren(budgetTable(version.rooms));

  const wording = () => ({ supplierId: supplier.value || null, currency: valid(), deliverBy: deliverBy.value || null, note: note.value.trim() || null,
    reason: needsReason ? reason.value.trim() : null, lines: lines.filled().map(row => row.value()) });

  async function save() {
    const unreadable = lines.filled().filter(row => { const wrong = row.unreadable(); row.say(wrong.map(key => t('notANumber', { name: t(key) }))); return wrong.length; });
    if (unreadable.length) return;
    status.replaceChildren(el('p.ch-muted', {}, t('saving')));
    try {
      const body = wording();
      const judged = await post(`/api/procurement/orders/checks?organization=${encodeURIComponent(organization)}${orderId() ? '&order=' + orderId() : ''}`, body);
      lines.say(judged.findings);
      const budgets = budgetTable(judged.rooms);
      if (!judged.total) { status.replaceChildren(findingList(t('notYet'), judged.findings)); onChange(); return; }
      const stored = await keep(body);
      lines.filled().forEach((row, index) => { row.id = stored.lines[index]?.id ?? row.id; });
      const blocked = judged.rooms.some(room => room.blocked);
      saved = judged.findings.length || blocked ? null : stored;
      status.replaceChildren(...[judged.findings.length ? findingList(t('notYet'), judged.findings)
        : blocked ? null : el('p.ch-notice.ch-good', {}, t('saved', { reference: stored.reference, total: money(stored.total) }), ' ', told(judged)), budgets].filter(Boolean));
    } catch (error) {
      const findings = findingsOf(error);
      lines.say(findings);
      status.replaceChildren(findings.length ? findingList(t('notYet'), findings) : el('p.ch-notice.ch-bad', { role: 'alert' }, error.message));
    }
    onChange();
  }

  return {
    saved: () => saved,
    node: el('div', {}, el('div.ch-grid', {}, field(t('supplier'), supplier), field(t('currency'), currency), field(t('deliverBy'), deliverBy),
      needsReason ? field(t('changeReason'), reason) : null),
    section(t('lines'), lines.node), field(t('note'), note),
    el('div.ch-row', {}, el('button.btn.btn-primary.ch-save', { type: 'button', onclick: save }, t('save'))), status)
  };
}

const optionsOf = organization => get('/api/procurement/orders/options?organization=' + encodeURIComponent(organization));
const needed = judged => (Number(judged.increase.amount) > 0 ? t('needsApproval', { amount: money(judged.increase) }) : t('needsNone'));

/** Want something, go on with a draft, or change an order that is with its supplier. */
export async function enterOrder(form) {
  await reader();
  const may = permission => form.user.organizations.filter(organization => organization.permissions.includes(permission));
  const permitted = may('procurement.order:request');
  const organization = select(permitted.map(own => ({ value: own.code, label: `${own.code} · ${own.name}` })), permitted.length === 1 ? permitted[0].code : null);
  const place = el('div');
  const chooser = el('div');
  let editor = null;
  const open = async (order, version) => {
    const options = await optionsOf(organization.value);
    let stored = version?.id ?? null;
    const isChange = !!order && order.state === 'ISSUED';
    const shown = version ?? (order ? { ...order, supplier: order.supplier, lines: order.lines } : {});
    editor = orderEditor(organization.value, options, shown, {
      orderId: () => order?.id ?? null, fixedSupplier: isChange, needsReason: isChange, told: needed, onChange: () => form.check(),
      keep: async body => {
        const kept = stored ? await put('/api/procurement/order-versions/' + stored, body)
          : isChange ? await post(`/api/procurement/orders/${order.id}/changes`, body)
            : await post('/api/procurement/orders?organization=' + encodeURIComponent(organization.value), body);
        stored = kept.id;
        return kept;
      }
    });
    place.replaceChildren(editor.node);
    form.check();
  };
  const draftOf = async order => {
    const draft = order.versions.find(version => version.state === 'DRAFT');
    return draft ? get('/api/procurement/order-versions/' + draft.id) : null;
  };
  const choose = async () => {
    editor = null; place.replaceChildren(); chooser.replaceChildren();
    form.check();
    if (!organization.value) return;
    const where = 'organization=' + encodeURIComponent(organization.value);
    const drafts = await get(`/api/procurement/orders?${where}&state=DRAFT&mine=true&limit=100`);
    const places = may('procurement.order:place').some(own => own.code === organization.value);
    const issued = places ? await get(`/api/procurement/orders?${where}&state=ISSUED&limit=500`) : [];
    const entry = (key, order) => ({ value: order.id, label: t(key, { number: order.number, name: order.what }) });
    if (drafts.length || issued.length) {
      const which = select([...drafts.map(order => entry('draftOf', order)), ...issued.map(order => entry('changeOf', order))], '', t('newOrder'));
      which.addEventListener('change', async () => {
        if (!which.value) { await open(null, null); return; }
        const order = await get('/api/procurement/orders/' + which.value);
        await open(order, await draftOf(order));
      });
      chooser.replaceChildren(field(t('what'), which));
    }
    await open(null, null);
  };
  organization.addEventListener('change', choose);
  form.declares('organization', 'orderVersionId');
  form.ready = () => !!editor?.saved();
  form.values = () => ({ organization: organization.value, orderVersionId: editor.saved().id });
  if (organization.value) await choose();
  return [el('div.ch-wide'), el('p.ch-why', {}, t('lead')), el('div.ch-grid', {}, field(t('organization'), organization), chooser), place];
}

const head = version => el('header.ch-head', {},
  el('div', {}, el('h3', {}, version.supplier?.name ?? version.lines[0].name),
    el('p', {}, [version.reference, version.version > 1 ? t('changeNo', { version: version.version }) : null, version.deliverBy ? `${t('deliverBy')} ${date(version.deliverBy)}` : null, version.organization].filter(Boolean).join(' · '))),
  el('div.ch-sum', {}, el('strong', {}, money(version.agreedBefore && version.increase ? version.increase : version.total)),
    version.agreedBefore && version.increase ? el('small', {}, `${t('increase')} · ${t('total')} ${money(version.total)}, ${t('before')} ${money(version.agreedBefore.total)}`) : null));

const outcomes = (form, name, options, needsText) => {
  let outcome = null;
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const reason = el('div', { hidden: true }, field(t('reason'), text));
  return {
    value: () => outcome,
    text: () => (outcome === needsText ? text.value.trim() : null),
    node: el('section.ch-section.ch-decide', {}, el('h4', {}, t('outcome')), choices(name, options, value => { outcome = value; reason.hidden = value !== needsText; form.check(); }), reason, el('p.ch-muted', {}, t('complete')))
  };
};

/** Approved: choose the supplier, agree the price. */
export async function placeOrder(form) {
  await reader();
  const version = await get(`/api/procurement/tasks/${form.taskId}/order-version`);
  const options = await optionsOf(version.organization);
  const editor = orderEditor(version.organization, options, version, {
    orderId: () => version.orderId, told: judged => (Number(judged.increase.amount) > 0 ? t('dearer', { amount: money(judged.increase) }) : t('notDearer')), onChange: () => form.check(),
    keep: body => put(`/api/procurement/order-versions/${version.id}/agreement`, body)
  });
  const what = outcomes(form, 'placingOutcome', [
    { value: 'PLACE', tone: 'good', label: t('place'), hint: t('placeHint') },
    { value: 'RETURN', tone: 'bad', label: t('giveBack'), hint: t('giveBackHint') }], 'RETURN');
  form.declares('placingOutcome', 'text');
  form.ready = () => (what.value() === 'PLACE' ? !!editor.saved() : what.value() === 'RETURN' && what.text().length >= 3);
  form.values = () => ({ placingOutcome: what.value(), text: what.text() });
  return [el('div.ch-wide'), head(version), el('p.ch-why', {}, t('approvedOf', { total: money((version.agreedBefore ?? version).total) })), editor.node, what.node];
}

/** It came back: reword it and hand it in again, or withdraw it. */
export async function reworkOrder(form) {
  await reader();
  const version = await get(`/api/procurement/tasks/${form.taskId}/order-version`);
  const options = await optionsOf(version.organization);
  const course = await get(`/api/approvals/subjects/purchase-order/${version.id}`).catch(() => null);
  const rejection = course?.decisions.filter(decision => decision.verdict === 'REJECTED').pop();
  const refused = form.read('orderErrorText');
  const isChange = version.version > 1;
  const editor = orderEditor(version.organization, options, version, {
    orderId: () => version.orderId, fixedSupplier: isChange, needsReason: isChange, told: needed, onChange: () => form.check(),
    keep: body => put('/api/procurement/order-versions/' + version.id, body)
  });
  const what = outcomes(form, 'reworkOutcome', [
    { value: 'SUBMIT', tone: 'good', label: t('submit'), hint: t('submitHint') },
    { value: 'WITHDRAW', tone: 'bad', label: t('withdraw'), hint: t('withdrawHint') }], 'WITHDRAW');
  form.declares('reworkOutcome', 'text');
  form.ready = () => (what.value() === 'SUBMIT' ? !!editor.saved() : what.value() === 'WITHDRAW' && what.text().length >= 3);
  form.values = () => ({ reworkOutcome: what.value(), text: what.text() });
  return [el('div.ch-wide'), head(version),
    rejection ? el('section.ch-notice.ch-bad', {}, el('h4', {}, t('rejectedBy', { name: course.names?.[rejection.decidedBy] ?? rejection.decidedBy })), el('blockquote.ch-quote', {}, rejection.reason)) : null,
    refused ? el('section.ch-notice.ch-bad', {}, el('h4', {}, t('refused')), el('p', {}, refused)) : null,
    editor.node, what.node];
}

/** A cell beside what it was before. */
const cell = (tag, now, before) => (before == null || before === now ? el(tag, {}, now) : el(tag + '.ch-changed', {}, el('ins', {}, now), ' ', el('del', {}, before)));

function lineTable(version) {
  const before = new Map((version.agreedBefore?.lines ?? []).map(line => [line.id, line]));
  const gone = [...before.values()].filter(line => !version.lines.some(now => now.id === line.id));
  const where = line => [line.account, line.costCentre, line.project].filter(Boolean).join(' · ');
  const quantity = line => `${number(line.quantity)} ${unitName(line.unit)}`;
  const price = line => new Intl.NumberFormat(locale, { style: 'currency', currency: version.currency, maximumFractionDigits: 6 }).format(line.unitPrice);
  return section(t('lines'), el('div.ch-scroll', {}, el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('name')), el('th.ch-num', {}, t('quantity')), el('th.ch-num', {}, t('unitPrice')), el('th.ch-num', {}, t('net')), el('th', {}, t('account')))),
    el('tbody', {}, version.lines.map(line => { const was = before.get(line.id); return el('tr', {},
      el('td', {}, was && was.name !== line.name ? [el('ins', {}, line.name), ' ', el('del', {}, was.name)] : line.name, el('small', {}, [line.category, before.size && !was ? t('added') : null].filter(Boolean).join(' · '))),
      cell('td.ch-num', quantity(line), was && quantity(was)), cell('td.ch-num', price(line), was && price(was)), cell('td.ch-num', money(line.net), was && money(was.net)), cell('td', where(line), was && where(was))); }),
    gone.map(line => el('tr.ch-gone', {}, el('td', {}, el('del', {}, line.name), el('small', {}, t('dropped'))), el('td.ch-num', {}, el('del', {}, quantity(line))), el('td'), el('td.ch-num', {}, el('del', {}, money(line.net))), el('td')))),
    el('tfoot', {}, el('tr', {}, el('th', { colspan: 3 }, t('total')), el('th.ch-num', {}, money(version.total)), el('th'))))));
}

/** How a version of an order shows itself to whoever approves it. */
export const orderSubjects = {
  'purchase-order': async view => {
    await reader();
    const version = await get('/api/procurement/order-versions/' + view.subjectId);
    return { head: head(version), body: [
      pairs([[t('supplier'), version.supplier ? `${version.supplier.name} · ${version.supplier.number}` : t('anySupplier')], [t('requester'), view.names[version.preparedBy] ?? version.preparedBy],
        [t('deliverBy'), version.deliverBy ? date(version.deliverBy) : ''], [t('reasonOf'), version.reason], [t('note'), version.note]]),
      lineTable(version)] };
  }
};
