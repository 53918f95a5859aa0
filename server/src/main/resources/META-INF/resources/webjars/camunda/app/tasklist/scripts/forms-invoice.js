// A supplier invoice as people read it. Used by every form that is about one.
import { t, el, money, number, percent, date, dueText, section, pairs, warningText } from './forms-kit.js';

const stateBadge = state => el('span.ch-badge.ch-' + state.toLowerCase(), {},
  t({ ACTIVE: 'verified', CANDIDATE: 'candidate', BLOCKED: 'blocked' }[state]));

/** Who wants how much by when: the first thing to see. */
export function headline(invoice) {
  const kind = t(invoice.type === 'CREDIT_NOTE' ? 'creditNote' : 'invoice');
  return el('header.ch-head', {},
    el('div', {},
      el('h3', {}, invoice.supplier.party.name, ' ', stateBadge(invoice.supplier.state)),
      el('p', {}, `${kind} ${invoice.number} ${t('of', { date: date(invoice.issuedOn) })} · ${invoice.documentNumber}`)),
    el('div.ch-sum', {}, el('strong', {}, money(invoice.totals.payable)),
      el('span', {}, `${t('due')} ${date(invoice.dueOn)}, ${dueText(invoice.dueOn)}`)));
}

export function warningList(invoice) {
  if (!invoice.warnings.length) return null;
  return el('section.ch-notice.ch-warn', { role: 'alert' }, el('h4', {}, t('warnings')),
    el('ul', {}, invoice.warnings.map(finding => el('li', { title: finding.message }, warningText(finding)))));
}

export const documentLink = invoice => (invoice.documentId
  ? el('a.btn.btn-default.ch-document', { href: `/api/documents/${invoice.documentId}/content`, target: '_blank', rel: 'noopener' }, t('document'))
  : el('span.ch-muted', {}, t('noDocument')));

export function particulars(invoice) {
  return el('div', {},
    pairs([
      [t('order'), invoice.orderReference], [t('reference'), invoice.buyerReference], [t('preceding'), invoice.precedingInvoice],
      [t('payTo'), invoice.payeeAccounts.join(', ') || t('noneGiven')], [t('postingDate'), date(invoice.postingDate)],
      [t('supplier'), `${invoice.supplier.number}${invoice.supplier.party.vatId ? ' · ' + invoice.supplier.party.vatId : ''}`]
    ]),
    invoice.note ? el('blockquote.ch-quote', {}, invoice.note) : null,
    documentLink(invoice));
}

const lineName = line => el('td', {}, el('span', {}, line.name),
  line.kind === 'ITEM' ? null : el('small.ch-tag', {}, t(line.kind.toLowerCase())),
  line.description && line.description !== line.name ? el('small.ch-muted', {}, line.description) : null);

/** The lines; `cells` adds what a form puts beside each. */
export function lineTable(invoice, extraHeads, cells) {
  return section(t('lines'), el('div.ch-scroll', {}, el('table.ch-table', {},
    el('thead', {}, el('tr', {}, el('th', {}, '#'), el('th', {}, t('item')), el('th.ch-num', {}, t('quantity')), el('th.ch-num', {}, t('price')),
      el('th.ch-num', {}, t('tax')), el('th.ch-num', {}, t('net')), extraHeads.map(head => el('th', {}, head)))),
    el('tbody', {}, invoice.lines.map(line => el('tr', {},
      el('td', {}, String(line.position)), lineName(line),
      el('td.ch-num', {}, line.quantity == null ? '' : number(line.quantity)),
      el('td.ch-num', {}, line.unitPrice == null ? '' : number(line.unitPrice)),
      el('td.ch-num', {}, line.taxRate == null ? line.taxCategory : percent(line.taxRate)),
      el('td.ch-num', {}, money(line.net)),
      cells(line)))))));
}

export const coded = line => [
  el('td', {}, line.coding ? line.coding.account : '–'),
  el('td', {}, line.coding?.costCentre ?? '–'),
  el('td', {}, line.coding ? line.coding.taxCode : '–')];

export function totals(invoice) {
  const zero = amount => Number(amount.amount) === 0;
  const row = (label, amount, strong) => el('tr' + (strong ? '.ch-strong' : ''), {}, el('th', {}, label), el('td.ch-num', {}, money(amount)));
  return section(t('totals'), el('table.ch-totals', {}, el('tbody', {},
    row(t('netTotal'), invoice.totals.net),
    invoice.taxes.map(tax => row(t('taxOf', { rate: tax.rate == null ? tax.category : percent(tax.rate), base: money(tax.taxable) }), tax.tax)),
    row(t('gross'), invoice.totals.gross),
    zero(invoice.totals.prepaid) ? null : row(t('prepaid'), invoice.totals.prepaid),
    zero(invoice.totals.rounding) ? null : row(t('rounding'), invoice.totals.rounding),
    row(t('payable'), invoice.totals.payable, true))));
}
