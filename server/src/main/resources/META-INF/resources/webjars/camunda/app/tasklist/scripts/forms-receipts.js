// The forms of the processes "goods-receipt", "goods-return", "over-delivery" and "order-response".
import { el, get, date, number, money, section, pairs, choices, field, select, user } from './forms-kit.js';
import { unitName } from './forms-units.js';

const texts = {
  en: {
    expected: 'To be delivered by', supplier: 'Supplier', orderedOn: 'Ordered', note: 'Note on the order', line: 'Line', item: 'Goods', ordered: 'Ordered',
    came: 'Came so far', outstanding: 'Outstanding', now: 'Came now', deliveryNote: 'Delivery note', deliveryNoteHint: 'Its number. Each is recorded once per order.',
    receivedOn: 'Received on', dayHint: 'Today unless you say otherwise.', what: 'What came?', whatHint: 'Enter what came and leave the rest empty: it stays outstanding.',
    all: 'Everything outstanding came', announced: 'Announced by the supplier', takeOver: 'Take over', earlier: 'Recorded before', over: 'More than outstanding: it is recorded, and a buyer decides before it counts.',
    returned: 'went back', received: 'came', correction: 'corrected', held: 'waits for a buyer', refused: 'not taken', complete: 'Then press “Complete” below.',
    returnLead: 'Goods go back to their supplier. What goes back of an open order is expected anew; of what was invoiced a credit note is expected.',
    organization: 'Organization', order: 'Order', orderHint: 'Its number. Press Enter to show its lines.', show: 'Show its lines', here: 'Is here', back: 'Goes back', why: 'Why',
    whyReturn: 'At least 3 characters; the supplier reads it: damaged, wrong, too many.', returnedOn: 'Returned on', unknownOrder: 'There is no order of this number.', nothingHere: 'Nothing of this order is here.',
    heldLead: 'More came than was ordered. It counts for nothing until you decide.', delivered: 'Came', accept: 'Keep all of it', acceptHint: 'The order is over-delivered; all of it may be invoiced.',
    cut: 'Keep what is still wanted', cutHint: 'The rest goes back at the supplier’s cost.', refuse: 'Keep nothing of it', refuseHint: 'The whole delivery goes back.', whyHint: 'At least 3 characters. Kept with the receipt.',
    recordedBy: 'Counted by', answers: 'The supplier answers otherwise than ordered', answer: 'Answer', answerOn: 'Answered on', saysNote: 'He writes', quantity: 'Quantity', price: 'Unit price', day: 'Day',
    weOrdered: 'We ordered', heSays: 'He says', takeOverOrder: 'Take it over', takeOverOrderHint: 'The order changes to what he says. What is dearer or more needs approval, nothing else does.',
    insist: 'Insist on the order', insistHint: 'The order stays. Agree it with the supplier.', cancel: 'Cancel the order', cancelHint: 'Only while nothing came of it.', open: 'Open the answer',
    'answer.CHANGED': 'would deliver otherwise', 'answer.REJECTED': 'does not deliver', 'answer.ACCEPTED': 'accepted', 'answer.ADDED': 'added', 'answer.DELIVERED': 'delivered', 'answer.ACKNOWLEDGED': 'arrived', settled: 'Nothing to do: it was settled.'
  },
  de: {
    expected: 'Zu liefern bis', supplier: 'Lieferant', orderedOn: 'Bestellt', note: 'Vermerk der Bestellung', line: 'Pos.', item: 'Ware', ordered: 'Bestellt',
    came: 'Bisher gekommen', outstanding: 'Offen', now: 'Jetzt gekommen', deliveryNote: 'Lieferschein', deliveryNoteHint: 'Seine Nummer. Jeder wird je Bestellung einmal erfasst.',
    receivedOn: 'Eingang am', dayHint: 'Heute, wenn Sie nichts anderes sagen.', what: 'Was ist gekommen?', whatHint: 'Tragen Sie ein, was kam, und lassen Sie den Rest leer: er bleibt offen.',
    all: 'Alles Offene ist gekommen', announced: 'Vom Lieferanten angekündigt', takeOver: 'Übernehmen', earlier: 'Bereits erfasst', over: 'Mehr als offen: es wird erfasst, zählt aber erst, wenn ein Einkäufer entschieden hat.',
    returned: 'ging zurück', received: 'kam', correction: 'berichtigt', held: 'wartet auf den Einkauf', refused: 'nicht angenommen', complete: 'Dann unten „Abschließen“ drücken.',
    returnLead: 'Waren gehen an den Lieferanten zurück. Aus einer offenen Bestellung werden sie neu erwartet; für Berechnetes wird eine Gutschrift erwartet.',
    organization: 'Organisation', order: 'Bestellung', orderHint: 'Ihre Nummer. Mit der Eingabetaste erscheinen die Positionen.', show: 'Positionen zeigen', here: 'Ist da', back: 'Geht zurück', why: 'Warum',
    whyReturn: 'Mindestens 3 Zeichen; der Lieferant liest es: beschädigt, falsch, zu viel.', returnedOn: 'Zurück am', unknownOrder: 'Es gibt keine Bestellung dieser Nummer.', nothingHere: 'Von dieser Bestellung ist nichts da.',
    heldLead: 'Es kam mehr als bestellt. Nichts davon zählt, bis Sie entscheiden.', delivered: 'Gekommen', accept: 'Alles behalten', acceptHint: 'Die Bestellung ist überliefert; alles darf berechnet werden.',
    cut: 'Behalten, was noch gebraucht wird', cutHint: 'Der Rest geht auf Kosten des Lieferanten zurück.', refuse: 'Nichts davon behalten', refuseHint: 'Die ganze Lieferung geht zurück.', whyHint: 'Mindestens 3 Zeichen. Wird mit dem Wareneingang aufbewahrt.',
    recordedBy: 'Gezählt von', answers: 'Der Lieferant antwortet anders als bestellt', answer: 'Antwort', answerOn: 'Geantwortet am', saysNote: 'Er schreibt', quantity: 'Menge', price: 'Einzelpreis', day: 'Tag',
    weOrdered: 'Bestellt', heSays: 'Er sagt', takeOverOrder: 'Übernehmen', takeOverOrderHint: 'Die Bestellung wird, wie er sagt. Was teurer oder mehr ist, braucht Freigabe, sonst nichts.',
    insist: 'Auf der Bestellung bestehen', insistHint: 'Die Bestellung bleibt. Klären Sie es mit dem Lieferanten.', cancel: 'Bestellung stornieren', cancelHint: 'Nur solange nichts davon gekommen ist.', open: 'Antwort öffnen',
    'answer.CHANGED': 'würde anders liefern', 'answer.REJECTED': 'liefert nicht', 'answer.ACCEPTED': 'angenommen', 'answer.ADDED': 'hinzugefügt', 'answer.DELIVERED': 'geliefert', 'answer.ACKNOWLEDGED': 'eingegangen', settled: 'Nichts zu tun: sie ist erledigt.'
  }
};

const REASON_MIN = 3;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

let locale = 'en';
const language = () => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
const t = key => texts[language()][key] ?? texts.en[key] ?? key;

/** "1.234,5" or "1234.5" as a number with a point, or null; at most six decimals, as orders keep them. */
function quantityOf(text) {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.1).find(part => part.type === 'decimal').value;
  const plain = text.trim().replace(decimal === ',' ? /\./g : /,/g, '').replace(decimal, '.');
  return /^\d{1,13}(\.\d{1,6})?$/.test(plain) && Number(plain) > 0 ? plain : null;
}

/** A number as people type it, without separators of thousands. */
const typed = text => new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 6 }).format(text);

const less = (a, b) => Number(a) < Number(b);

async function variableOf(form, name) {
  locale = (await user()).locale;
  const variables = await get(`/camunda/api/engine/engine/default/task/${form.taskId}/form-variables?variableNames=${name}`);
  return variables[name].value;
}

const head = (title, subtitle) => el('header.ch-head', {}, el('div', {}, el('h3', {}, title), el('p', {}, subtitle)));

/** An input of a quantity and what it says: null when empty, undefined when it is none. */
function quantityInput(label, onChange) {
  const input = el('input.form-control.ch-num', { type: 'text', inputmode: 'decimal', 'aria-label': label, oninput: onChange });
  return { input, value: () => (input.value.trim() === '' ? null : quantityOf(input.value) ?? undefined) };
}

/** Lines with an input each; `limit` says what is usual, `column` what it is called. */
function countTable(order, lines, columns, label, limit, onChange) {
  const counts = lines.map(line => ({ line, ...quantityInput(`${label} ${line.position}`, onChange) }));
  const table = el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, t('line')), el('th', {}, t('item')), columns.map(([title]) => el('th.ch-num', {}, title)), el('th.ch-num', {}, label))),
    el('tbody', {}, counts.map(({ line, input }) => el('tr', {},
      el('td', {}, line.position), el('td', {}, line.name, line.supplierItem ? el('small.ch-muted', {}, ' ' + line.supplierItem) : null),
      columns.map(([, value]) => el('td.ch-num', {}, `${number(value(line))} ${unitName(line.unit)}`)),
      el('td.ch-num', {}, input)))));
  return {
    table,
    fill: values => { counts.forEach(count => { const value = values(count.line); count.input.value = value && Number(value) > 0 ? typed(value) : ''; }); onChange(); },
    beyond: () => counts.some(count => count.value() && less(limit(count.line), count.value())),
    valid: () => counts.every(count => count.value() !== undefined) && counts.some(count => count.value()),
    text: () => counts.filter(count => count.value()).map(count => `${count.line.position}=${count.value()}`).join(';')
  };
}

const kindOf = receipt => (receipt.correctsId ? t('correction') : receipt.kind === 'RETURN' ? t('returned')
  : receipt.state === 'HELD' ? t('held') : receipt.state === 'REFUSED' ? t('refused') : t('received'));

function earlier(receipts) {
  const recorded = receipts.filter(receipt => receipt.state !== 'ANNOUNCED' && receipt.state !== 'CONFIRMED');
  if (!recorded.length) return null;
  return section(t('earlier'), el('table.ch-table', {}, el('tbody', {}, recorded.map(receipt => el('tr', {},
    el('td', {}, receipt.number, receipt.deliveryNote ? el('small.ch-muted', {}, ' ' + receipt.deliveryNote) : null),
    el('td', {}, date(receipt.occurredOn)), el('td', {}, kindOf(receipt)),
    el('td', {}, receipt.lines.map(line => el('div', {}, `${line.line}: ${number(line.quantity)} ${unitName(line.unit)}`)), receipt.reason ? el('q', {}, receipt.reason) : null),
    el('td', {}, receipt.recordedBy))))));
}

/** What came of an order, as often as something comes. */
export async function receiveGoods(form) {
  const id = await variableOf(form, 'orderId');
  const [order, receipts] = await Promise.all([get('/api/procurement/orders/' + id), get(`/api/procurement/orders/${id}/receipts`)]);
  const kept = line => String(Number(line.received) - Number(line.returned));
  const note = el('input.form-control', { type: 'text', maxlength: 100, oninput: () => form.check() });
  const day = el('input.form-control', { type: 'date', oninput: () => form.check() });
  const beyond = el('p.ch-notice.ch-warn', { hidden: true }, t('over'));
  const lines = countTable(order, order.lines.filter(line => line.receiptRequired || Number(line.received)), [[t('ordered'), line => line.quantity], [t('came'), kept], [t('outstanding'), line => line.outstanding]],
    t('now'), line => line.outstanding, () => { beyond.hidden = !lines.beyond(); form.check(); });
  const announced = receipts.filter(receipt => receipt.state === 'ANNOUNCED');
  const takeOver = receipt => {
    lines.fill(line => receipt.lines.find(sent => sent.line === line.position)?.delivered);
    note.value = receipt.deliveryNote ?? '';
    form.check();
  };
  form.ready = () => lines.valid() && (!day.value.trim() || DAY.test(day.value.trim()));
  form.values = () => ({ countedLines: lines.text(), deliveryNote: note.value.trim(), receivedOn: day.value.trim() });
  form.declares('countedLines', 'deliveryNote', 'receivedOn');
  return [head(order.number, `${order.supplier?.name ?? ''} · ${order.organization}`),
    pairs([[t('orderedOn'), date(order.orderedOn)], [t('expected'), date(order.deliverBy)], [t('note'), order.note]]),
    announced.length ? section(t('announced'), announced.map(receipt => el('p', {},
      `${receipt.deliveryNote ?? receipt.number}, ${date(receipt.occurredOn)} `,
      el('button.btn.btn-default', { type: 'button', onclick: () => takeOver(receipt) }, t('takeOver'))))) : null,
    section(t('what'), el('p.ch-muted', {}, t('whatHint')), lines.table,
      el('div.ch-row', {}, el('button.btn.btn-default', { type: 'button', onclick: () => lines.fill(line => line.outstanding) }, t('all'))), beyond,
      el('div.ch-grid', {}, field(t('deliveryNote'), note, t('deliveryNoteHint')), field(t('receivedOn'), day, t('dayHint'))), el('p.ch-muted', {}, t('complete'))),
    earlier(receipts)];
}

/** What goes back, from the start form. */
export async function returnGoods(form) {
  const me = await user();
  locale = me.locale;
  const permitted = me.organizations.filter(each => each.permissions.includes('procurement.receipt:record'));
  const organization = select(permitted.map(own => ({ value: own.code, label: `${own.code} · ${own.name}` })), permitted.length === 1 ? permitted[0].code : null);
  const orderNumber = el('input.form-control', { type: 'text', maxlength: 100 });
  const place = el('div', {});
  const reason = el('textarea.form-control', { rows: 2, maxlength: 500, oninput: () => form.check() });
  const day = el('input.form-control', { type: 'date', oninput: () => form.check() });
  let order = null;
  let lines = null;
  const load = async () => {
    order = null; lines = null;
    const wanted = orderNumber.value.trim();
    if (!organization.value || !wanted) { place.replaceChildren(); form.check(); return; }
    try {
      const found = (await get(`/api/procurement/orders?organization=${encodeURIComponent(organization.value)}&text=${encodeURIComponent(wanted)}`)).find(each => each.number === wanted);
      if (!found) { place.replaceChildren(el('p.ch-notice.ch-bad', { role: 'alert' }, t('unknownOrder'))); form.check(); return; }
      order = await get('/api/procurement/orders/' + found.id);
      const here = line => String(Number(line.received) - Number(line.returned));
      const some = order.lines.filter(line => Number(here(line)) > 0);
      if (!some.length) { place.replaceChildren(el('p.ch-notice.ch-warn', {}, t('nothingHere'))); form.check(); return; }
      lines = countTable(order, some, [[t('ordered'), line => line.quantity], [t('here'), here]], t('back'), here, () => form.check());
      place.replaceChildren(head(order.number, order.supplier?.name ?? ''), lines.table, el('div.ch-grid', {}, field(t('why'), reason, t('whyReturn')), field(t('returnedOn'), day, t('dayHint'))));
    } catch (error) {
      place.replaceChildren(el('p.ch-notice.ch-bad', { role: 'alert' }, error.message));
    }
    form.check();
  };
  organization.addEventListener('change', load);
  orderNumber.addEventListener('change', load);
  form.ready = () => !!lines && lines.valid() && !lines.beyond() && reason.value.trim().length >= REASON_MIN && (!day.value.trim() || DAY.test(day.value.trim()));
  form.values = () => ({ organization: organization.value, orderNumber: order.number, countedLines: lines.text(), text: reason.value.trim(), returnedOn: day.value.trim() });
  form.declares('organization', 'orderNumber', 'countedLines', 'text', 'returnedOn');
  return [el('p.ch-why', {}, t('returnLead')), field(t('organization'), organization), field(t('order'), orderNumber, t('orderHint')),
    el('p', {}, el('button.btn.btn-default', { type: 'button', onclick: load }, t('show'))), place];
}

/** One of three ways, always with a reason. */
function decision(form, variable, options) {
  const text = el('textarea.form-control', { rows: 2, maxlength: 500, oninput: () => form.check() });
  let chosen = null;
  form.ready = () => !!chosen && text.value.trim().length >= REASON_MIN;
  form.values = () => ({ [variable]: chosen, text: text.value.trim() });
  form.declares(variable, 'text');
  return el('section.ch-section.ch-decide', {}, choices(variable, options, value => { chosen = value; form.check(); }),
    field(t('why'), text, t('whyHint')), el('p.ch-muted', {}, t('complete')));
}

/** A delivery beyond the order. */
export async function decideOverDelivery(form) {
  const receipt = await get('/api/procurement/receipts/' + await variableOf(form, 'receiptId'));
  const order = await get('/api/procurement/orders/' + receipt.orderId);
  const of = position => order.lines.find(line => line.position === position);
  return [head(`${receipt.number} · ${order.number}`, `${order.supplier?.name ?? ''} · ${order.organization}`),
    el('p.ch-notice.ch-warn', {}, t('heldLead')),
    pairs([[t('receivedOn'), date(receipt.occurredOn)], [t('deliveryNote'), receipt.deliveryNote], [t('recordedBy'), receipt.recordedBy]]),
    el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('line')), el('th', {}, t('item')), el('th.ch-num', {}, t('ordered')), el('th.ch-num', {}, t('outstanding')), el('th.ch-num', {}, t('delivered')))),
      el('tbody', {}, receipt.lines.map(line => el('tr', {}, el('td', {}, line.line), el('td', {}, line.name),
        el('td.ch-num', {}, number(of(line.line)?.quantity)), el('td.ch-num', {}, number(of(line.line)?.outstanding)),
        el('td.ch-num', {}, less(of(line.line)?.outstanding ?? 0, line.delivered) ? el('strong.ch-changed', {}, `${number(line.delivered)} ${line.unit}`) : `${number(line.delivered)} ${line.unit}`))))),
    decision(form, 'overDeliveryDecision', [
      { value: 'ACCEPT', tone: 'good', label: t('accept'), hint: t('acceptHint') },
      { value: 'CUT', tone: 'warn', label: t('cut'), hint: t('cutHint') },
      { value: 'REFUSE', tone: 'bad', label: t('refuse'), hint: t('refuseHint') }])];
}

/** Ordered and answered side by side, what differs marked. */
export async function settleResponse(form) {
  const response = await get('/api/procurement/order-responses/' + await variableOf(form, 'responseId'));
  const order = await get('/api/procurement/orders/' + response.orderId);
  const cell = (ordered, said, show) => (said == null || Number(said) === Number(ordered) ? el('td.ch-num', {}, show(ordered))
    : el('td.ch-num', {}, el('s.ch-muted', {}, ordered == null ? '' : show(ordered)), ' ', el('strong.ch-changed', {}, show(said))));
  const price = text => money({ amount: text, currency: order.currency });
  const said = position => response.lines.find(line => line.position === position);
  const rows = [...order.lines.map(line => [line, said(line.position)]), ...response.lines.filter(line => line.position == null).map(line => [null, line])];
  return [head(order.number, `${order.supplier?.name ?? ''} · ${order.organization}`),
    el('p.ch-notice.ch-warn', {}, el('strong', {}, t('answers')), ': ', t('answer.' + response.answer)),
    pairs([[t('answer'), response.number], [t('answerOn'), date(response.issuedOn)], [t('expected'), date(order.deliverBy)], [t('saysNote'), response.note]]),
    response.documentId ? el('p', {}, el('a.btn.btn-default.ch-document', { href: `/api/documents/${response.documentId}/content`, target: '_blank', rel: 'noopener' }, t('open'))) : null,
    el('table.ch-table', {},
      el('thead', {}, el('tr', {}, el('th', {}, t('line')), el('th', {}, t('item')), el('th.ch-num', {}, t('quantity')), el('th', {}, ''), el('th.ch-num', {}, t('price')), el('th', {}, t('heSays')))),
      el('tbody', {}, rows.map(([line, answer]) => el('tr', {}, el('td', {}, line?.position ?? ''), el('td', {}, line?.name ?? answer.name ?? ''),
        cell(line?.quantity, answer?.quantity, number), el('td', {}, answer?.unit && line && answer.unit !== line.unit ? el('strong.ch-changed', {}, answer.unit) : line?.unit ?? answer?.unit ?? ''),
        cell(line?.unitPrice, answer?.unitPrice, price),
        el('td', {}, answer && answer.answer !== 'ACCEPTED' ? t('answer.' + answer.answer) : '', answer?.deliverOn ? ` ${date(answer.deliverOn)}` : '', answer?.note ? el('q', {}, answer.note) : null))))),
    decision(form, 'responseDecision', [
      { value: 'TAKE_OVER', tone: 'good', label: t('takeOverOrder'), hint: t('takeOverOrderHint') },
      { value: 'INSIST', tone: 'warn', label: t('insist'), hint: t('insistHint') },
      { value: 'CANCEL', tone: 'bad', label: t('cancel'), hint: t('cancelHint') }])];
}
