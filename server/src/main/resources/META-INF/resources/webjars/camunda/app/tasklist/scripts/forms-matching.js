// The form of "Decide what differs" in the process "invoice-sign-off": order, receipts and invoice side by side.
import { el, get, post, money, number, date, section, pairs, choices, field, select, user } from './forms-kit.js';
import { unitName } from './forms-units.js';
import { headline, particulars, totals } from './forms-invoice.js';
import { texts } from './forms-matching-texts.js';

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = (key, values = {}) => (texts[language()][key] ?? texts.en[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Which cells of a line a difference is about. */
const CELLS = {
  'matching.price-over': ['price', 'net'], 'matching.price-tolerated': ['price'], 'matching.price-under': ['price'],
  'matching.quantity-over': ['quantity', 'ordered', 'before'], 'matching.quantity-tolerated': ['quantity'],
  'matching.not-received': ['received', 'quantity'], 'matching.unit-differs': ['quantity', 'ordered'],
  'matching.line-not-ordered': ['item', 'ordered'], 'matching.charge-not-ordered': ['item', 'net'],
  'matching.tax-differs': ['item'], 'matching.credit-quantity-over': ['quantity', 'before']
};
const OBSTACLE = remark => remark.effect !== 'NOTE';
const quantity = (value, unit) => (value == null ? '–' : `${number(value)} ${unit ? unitName(unit) : ''}`.trim());
const said = remark => el('li', { title: remark.text }, el('strong', {}, t(remark.code)), ' ', el('span.ch-muted', {}, remark.text));

/** One line of the invoice beside what was ordered and came; the cells that differ are marked. */
function sideBySide(sheet, invoice, decide) {
  const names = new Map(invoice.lines.map(line => [line.position, line]));
  const rows = sheet.lines.flatMap(line => {
    const remarks = sheet.remarks.filter(remark => remark.position === line.position);
    const marked = new Set(remarks.filter(OBSTACLE).flatMap(remark => CELLS[remark.code] ?? []));
    const noted = new Set(remarks.filter(remark => !OBSTACLE(remark)).flatMap(remark => CELLS[remark.code] ?? []));
    const cell = (name, text) => el('td.ch-num' + (marked.has(name) ? '.ch-differs' : noted.has(name) ? '.ch-noted' : ''), marked.has(name) ? { 'aria-label': `${text} – ${t('differs')}` } : {}, text);
    const stated = names.get(line.position);
    const row = el('tr', {},
      el('td', {}, String(line.position)),
      el('td' + (marked.has('item') ? '.ch-differs' : ''), {}, stated?.name ?? '', line.orderPosition ? el('small.ch-muted', {}, ` ${t('orderLine', { line: line.orderPosition })}`) : null),
      cell('ordered', quantity(line.orderedQuantity, line.orderedUnit)),
      cell('orderedPrice', line.orderedPrice == null ? '–' : number(line.orderedPrice)),
      cell('received', line.receivedQuantity == null ? '–' : number(line.receivedQuantity)),
      cell('before', line.invoicedBefore == null ? '–' : number(line.invoicedBefore)),
      cell('quantity', quantity(line.quantity, line.unit)),
      cell('price', line.unitPrice == null ? '–' : number(line.unitPrice)),
      cell('net', money(line.net)));
    if (!remarks.length) return [row];
    return [row, el('tr.ch-remarks', {}, el('td', {}), el('td', { colspan: 8 }, el('ul.ch-plain', {}, remarks.map(said)),
      remarks.some(OBSTACLE) ? decide(line.position) : null))];
  });
  return section(t('sideBySide'), el('div.ch-scroll', {}, el('table.ch-table', {},
    el('thead', {},
      el('tr', {}, el('th', { colspan: 2 }, ''), el('th', { colspan: 2 }, t('order')), el('th', {}, t('receipts')), el('th', {}, t('before')), el('th', { colspan: 3 }, t('invoice'))),
      el('tr', {}, el('th', {}, '#'), el('th', {}, t('item')), el('th.ch-num', {}, t('quantity')), el('th.ch-num', {}, t('price')), el('th.ch-num', {}, t('came')),
        el('th.ch-num', {}, t('taken')), el('th.ch-num', {}, t('quantity')), el('th.ch-num', {}, t('price')), el('th.ch-num', {}, t('net')))),
    el('tbody', {}, rows))));
}

function orderHead(sheet) {
  const order = sheet.order;
  if (!order) return section(t('order'), el('p.ch-muted', {}, t('noOrder', { number: sheet.orderReference ?? '–' })));
  return section(t('order'), pairs([
    [t('number'), `${order.number}${order.version > 1 ? ` (${t('version', { version: order.version })})` : ''}`], [t('supplier'), order.supplier],
    [t('orderedOn'), date(order.orderedOn)], [t('deliverBy'), order.deliverBy ? date(order.deliverBy) : null],
    [t('requester'), order.requester], [t('buyer'), order.buyer], [t('total'), money(order.total)], [t('state'), t('state.' + order.state)]]));
}

function receipts(sheet) {
  if (!sheet.order) return null;
  if (!sheet.deliveries.length) return section(t('receipts'), el('p.ch-muted', {}, t('nothingCame')));
  const byNumber = Map.groupBy ? Map.groupBy(sheet.deliveries, delivery => delivery.number)
    : sheet.deliveries.reduce((all, delivery) => all.set(delivery.number, [...(all.get(delivery.number) ?? []), delivery]), new Map());
  return section(t('receipts'), el('ul.ch-plain', {}, [...byNumber].map(([receipt, lines]) => el('li', {},
    `${date(lines[0].occurredOn)} · ${receipt}${lines[0].deliveryNote ? ` · ${t('deliveryNote', { number: lines[0].deliveryNote })}` : ''}: `,
    lines.map(line => quantity(line.quantity, line.unit)).join(', ')))));
}

/** What somebody decides about one line, or about the whole. */
function decision(sheet, position, onChange) {
  const row = {
    position,
    kind: select(['ACCEPT', 'CREDIT_NOTE', 'DISPUTE', 'RETURN'].map(value => ({ value, label: t('decide.' + value) })), '', t('decide')),
    amount: el('input.form-control', { type: 'text', inputmode: 'decimal', placeholder: position == null ? t('amount') : t('amountWhole') }),
    reason: el('input.form-control', { type: 'text', maxlength: 1000, placeholder: t('why') })
  };
  row.kind.setAttribute('aria-label', t('decide'));
  row.amount.setAttribute('aria-label', t('amount'));
  row.reason.setAttribute('aria-label', t('why'));
  row.amount.hidden = true;
  row.kind.addEventListener('change', () => { row.amount.hidden = !row.kind.value || row.kind.value === 'ACCEPT'; onChange(); });
  row.amount.addEventListener('input', onChange);
  row.reason.addEventListener('input', onChange);
  row.node = el('div.ch-row', {}, row.kind, row.amount, row.reason);
  row.complete = () => !!row.kind.value && row.reason.value.trim().length >= 3 && (position != null || row.kind.value === 'ACCEPT' || !!row.amount.value.trim());
  row.value = () => ({ position, decision: row.kind.value, amount: row.kind.value === 'ACCEPT' || !row.amount.value.trim() ? null : row.amount.value.trim().replace(',', '.'), reason: row.reason.value.trim() });
  return row;
}

const decided = sheet => el('section.ch-notice.ch-good', {}, el('h4', {}, t('decidedTitle')), el('ul', {}, sheet.decisions.map(one =>
  el('li', {}, `${one.position == null ? t('whole') : t('line', { line: one.position })}: ${t('decide.' + one.decision)}${one.amount ? `, ${money(one.amount)}` : ''} – ${one.reason} (${one.decidedBy})`))));

/** Somebody decides, line by line or about the whole, what becomes of an invoice that is not what was ordered. */
export async function resolveMatch(form) {
  locale = (await user()).locale;
  const [invoice, first] = await Promise.all([get(`/api/payables/tasks/${form.taskId}/invoice`), get(`/api/matching/tasks/${form.taskId}`)]);
  let sheet = first, outcome = null;
  const settled = () => sheet.state === 'ACCEPTED';
  const obstacles = sheet.remarks.filter(OBSTACLE);
  const acceptable = obstacles.every(remark => remark.acceptable);
  const rows = [];
  const text = el('textarea.form-control', { rows: 3, maxlength: 2000, oninput: () => form.check() });
  const order = el('input.form-control', { type: 'text', maxlength: 100, placeholder: sheet.orderReference ?? '', oninput: () => form.check() });
  const status = el('div', { 'aria-live': 'polite' });
  const touched = () => { status.replaceChildren(); save.disabled = !rows.every(row => row.complete()); form.check(); };
  const add = position => { const row = decision(sheet, position, touched); rows.push(row); return row.node; };
  const save = el('button.btn.btn-primary', { type: 'button', disabled: true, onclick: async () => {
    status.replaceChildren(el('p.ch-muted', {}, t('saving')));
    try {
      sheet = await post(`/api/matching/invoices/${invoice.id}/decisions`, { decisions: rows.map(row => row.value()) });
      rows.forEach(row => row.node.replaceChildren());
      status.replaceChildren(decided(sheet));
      save.hidden = true;
    } catch (error) { status.replaceChildren(el('p.ch-notice.ch-bad', { role: 'alert' }, error.message)); }
    form.check();
  } }, t('saveDecisions'));
  const whole = obstacles.filter(remark => remark.position == null);
  const lineDecision = position => (acceptable && !settled() ? add(position) : null);
  const table = sideBySide(sheet, invoice, lineDecision);
  const wholeList = whole.length ? el('section.ch-notice.ch-warn', { role: 'alert' }, el('h4', {}, t('wholeDiffers')), el('ul', {}, whole.map(said)),
    acceptable && !settled() ? add(null) : null) : null;
  const orderField = el('div', { hidden: true }, field(t('otherOrder'), order, t('otherOrderHint')));
  const textField = el('div', { hidden: true }, field(t('why'), text));
  const choose = value => {
    outcome = value;
    orderField.hidden = value !== 'MATCH_AGAIN';
    textField.hidden = value === 'RESOLVED';
    form.check();
  };
  const options = [
    acceptable ? { value: 'RESOLVED', tone: 'good', label: t('resolved'), hint: t('resolvedHint') } : null,
    settled() ? null : { value: 'MATCH_AGAIN', tone: 'plain', label: t('again'), hint: t('againHint') },
    settled() ? null : { value: 'CODE', tone: 'plain', label: t('unordered'), hint: t('unorderedHint') },
    { value: 'REJECT', tone: 'bad', label: t('giveBack'), hint: t('giveBackHint') }].filter(Boolean);
  const long = () => text.value.trim().length >= 3;
  form.declares('matchDecision', 'orderNumber', 'text');
  form.ready = () => (outcome === 'RESOLVED' ? settled() : outcome === 'MATCH_AGAIN' ? (!order.value.trim() || long()) && !settled() : !!outcome && long());
  form.values = () => ({ matchDecision: outcome, orderNumber: outcome === 'MATCH_AGAIN' ? order.value.trim() || null : null, text: outcome === 'RESOLVED' ? null : text.value.trim() || null });
  return [headline(invoice), el('p.ch-why', {}, t(sheet.state === 'WAITING' ? 'hintWaiting' : 'hint')),
    wholeList, table,
    settled() ? decided(sheet) : acceptable ? el('div.ch-row', {}, save, status) : el('p.ch-notice.ch-change', {}, t('notAcceptable')),
    el('div.ch-grid', {}, orderHead(sheet), receipts(sheet)),
    sheet.openLines.length ? section(t('openLines'), el('ul.ch-plain', {}, sheet.openLines.map(line =>
      el('li', {}, `${line.position}. ${line.name}: ${t('openLine', { ordered: quantity(line.quantity, line.unit), received: number(line.received), invoiced: number(line.invoiced) })}`)))) : null,
    sheet.credited ? section(t('credited'), el('p', {}, `${sheet.credited.documentNumber} · ${sheet.credited.number} · ${money(sheet.credited.gross)}`)) : null,
    particulars(invoice), totals(invoice),
    el('section.ch-section.ch-decide', {}, el('h4', {}, t('what')), choices('matchDecision', options, choose), orderField, textField, el('p.ch-muted', {}, t('complete')))];
}
