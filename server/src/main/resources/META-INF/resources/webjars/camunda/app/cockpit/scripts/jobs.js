// Cockpit's page "Jobs" and its tile on the dashboard: every run, how far each step is, what was set aside,
// and the way to let a failed run go on. Reads /api/jobs; plain JavaScript, no build.
// Text always goes in through textContent: whatever a file or a user wrote stays text.

const TEXTS = {
  en: {
    jobs: 'Jobs', job: 'Job', organization: 'Organization', state: 'State', progress: 'Progress',
    setAside: 'Rows set aside', requested: 'Requested', by: 'by', forWhom: 'for', all: 'All states',
    allOrganizations: 'All organizations', retry: 'Retry', retrying: 'Asked for …', process: 'Show the process',
    none: 'No job has run yet.', noneSuch: 'No run matches.',  of: 'of', perSecond: '/s',
    remaining: 'left', steps: 'Steps', step: 'Step', done: 'Done', expected: 'Expected', rate: 'Rate',
    left: 'Remaining', details: 'Details', rowErrors: 'Rows set aside', place: 'Where', code: 'Code',
    message: 'What is wrong', attempts: 'Attempts', worker: 'Node', started: 'Started', finished: 'Finished',
    id: 'Run', more: 'The first {0} of {1}.', running: 'running or waiting', failedTile: 'failed',
    exceptions: 'with exceptions', forbidden: 'You may not see job runs.',
    states: { requested: 'requested', running: 'running', completed: 'completed',
      'completed-with-exceptions': 'completed with exceptions', failed: 'failed' }
  },
  de: {
    jobs: 'Jobs', job: 'Job', organization: 'Organisation', state: 'Stand', progress: 'Fortschritt',
    setAside: 'Ausgesonderte Zeilen', requested: 'Angefordert', by: 'von', forWhom: 'für', all: 'Alle Stände',
    allOrganizations: 'Alle Organisationen', retry: 'Wiederholen', retrying: 'Angefordert …',
    process: 'Prozess anzeigen', none: 'Noch ist kein Job gelaufen.', noneSuch: 'Kein Lauf passt dazu.',
     of: 'von', perSecond: '/s', remaining: 'verbleibend', steps: 'Schritte',
    step: 'Schritt', done: 'Erledigt', expected: 'Erwartet', rate: 'Tempo', left: 'Verbleibend',
    details: 'Einzelheiten', rowErrors: 'Ausgesonderte Zeilen', place: 'Wo', code: 'Code', message: 'Was falsch ist',
    attempts: 'Versuche', worker: 'Knoten', started: 'Begonnen', finished: 'Beendet', id: 'Lauf',
    more: 'Die ersten {0} von {1}.', running: 'laufend oder wartend', failedTile: 'fehlgeschlagen',
    exceptions: 'mit Ausnahmen', forbidden: 'Sie dürfen Jobläufe nicht sehen.',
    states: { requested: 'angefordert', running: 'läuft', completed: 'fertig',
      'completed-with-exceptions': 'fertig mit Ausnahmen', failed: 'fehlgeschlagen' }
  }
};

const language = (navigator.language || 'en').toLowerCase().startsWith('de') ? 'de' : 'en';
const text = TEXTS[language];
const numbers = new Intl.NumberFormat(navigator.language);
const times = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'medium', timeStyle: 'medium' });
const STATES = Object.keys(text.states);
const BUSY_MS = 2000;
const IDLE_MS = 10000;

/** An element with attributes and children; strings become text. */
function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  });
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function cookie(name) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(name + '='));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

/** JSON from our API; a lost session leads to the login page. */
async function api(path, method) {
  const response = await fetch('/api/jobs' + path, {
    method: method || 'GET', credentials: 'same-origin',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': cookie('XSRF-TOKEN') }
  });
  if (response.status === 401) {
    location.replace('/login');
    throw new Error('401');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(response.status === 403 ? text.forbidden : body.detail || String(response.status));
  return body;
}

const time = (instant) => (instant ? times.format(new Date(instant)) : '');

function duration(seconds) {
  if (seconds === null || seconds === undefined) return '';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts[0] ? `${parts[0]} h ${parts[1]} min` : parts[1] ? `${parts[1]} min ${parts[2]} s` : `${parts[2]} s`;
}

const isUnfinished = (run) => run.state === 'requested' || run.state === 'running';

function badge(state) {
  return element('span', { class: `jobs-state jobs-state-${state}` }, text.states[state] || state);
}

/** The step that tells most: the one not done yet, else the last one. */
function progress(run) {
  const step = run.steps.find((candidate) => !candidate.finishedAt) || run.steps[run.steps.length - 1];
  if (!step) return element('span', { class: 'jobs-note' }, '–');
  const known = step.expected !== null && step.expected > 0;
  const share = known ? Math.min(100, (100 * step.done) / step.expected) : step.finishedAt ? 100 : 0;
  const fill = element('div', {});
  if (known || step.finishedAt) fill.style.width = share + '%';
  const words = [step.name];
  if (known) words.push(`${numbers.format(step.done)} ${text.of} ${numbers.format(step.expected)}`);
  else if (step.done) words.push(numbers.format(step.done));
  if (run.state === 'running' && step.ratePerSecond) words.push(numbers.format(step.ratePerSecond) + text.perSecond);
  if (run.state === 'running' && step.remainingSeconds !== null) {
    words.push(`${duration(step.remainingSeconds)} ${text.remaining}`);
  }
  return element('div', {},
    element('div', {
      class: ['jobs-bar', run.state === 'failed' ? 'jobs-broken' : '', known || step.finishedAt ? '' : 'jobs-unknown'].join(' '), role: 'progressbar',
      'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': known ? Math.round(share) : null,
      'aria-label': step.name
    }, fill),
    element('div', { class: 'jobs-progress' }, words.join(' · ')));
}

function table(headings, rows, numeric) {
  const style = (column) => (numeric && numeric.includes(column) ? { class: 'jobs-number' } : {});
  return element('table', { class: 'table table-condensed table-bordered' },
    element('thead', {}, element('tr', {}, headings.map((heading, column) => element('th', style(column), heading)))),
    element('tbody', {}, rows.map((row) =>
      element('tr', {}, row.map((cell, column) => element('td', style(column), cell))))));
}

/** Everything about one run. */
function details(run) {
  const parts = [];
  if (run.error) parts.push(element('div', { class: 'jobs-error', role: 'alert' }, run.error));
  const facts = [
    [text.id, run.id], [text.started, time(run.startedAt)], [text.finished, time(run.finishedAt)],
    [text.attempts, String(run.attempts)], [text.worker, run.worker || ''],
    ...Object.entries(run.parameters).map(([name, value]) => [name, value])
  ];
  parts.push(element('h4', {}, text.details));
  parts.push(element('dl', {}, facts.filter((fact) => fact[1]).flatMap(([name, value]) =>
    [element('dt', {}, name), element('dd', {}, value)])));
  if (run.steps.length) {
    parts.push(element('h4', {}, text.steps));
    parts.push(table([text.step, text.done, text.expected, text.rate, text.left, text.finished],
      run.steps.map((step) => [
        step.name, numbers.format(step.done), step.expected === null ? '' : numbers.format(step.expected),
        step.ratePerSecond === null ? '' : numbers.format(step.ratePerSecond) + text.perSecond,
        duration(step.remainingSeconds), time(step.finishedAt)
      ]), [1, 2, 3, 4]));
  }
  if (run.rowErrors.length) {
    parts.push(element('h4', {}, text.rowErrors));
    parts.push(table([text.place, text.code, text.message],
      run.rowErrors.map((error) => [error.place, error.code, error.message])));
    if (run.rowErrorCount > run.rowErrors.length) {
      parts.push(element('p', { class: 'jobs-note' }, text.more
        .replace('{0}', numbers.format(run.rowErrors.length)).replace('{1}', numbers.format(run.rowErrorCount))));
    }
  }
  return parts;
}

/** The page: draws what it last read, and reads again while it is shown. */
class JobsPage {
  constructor(node) {
    this.node = node;
    this.open = new Map(); // run id → its details, or null while they are read
    this.runs = [];
    this.organizations = new Set();
    this.state = '';
    this.organization = '';
    this.note = element('span', { class: 'jobs-note', role: 'status' });
    this.states = this.select(text.state, text.all, (value) => { this.state = value; });
    this.whose = this.select(text.organization, text.allOrganizations, (value) => { this.organization = value; });
    STATES.forEach((state) => this.states.append(element('option', { value: state }, text.states[state])));
    this.body = element('tbody', {});
    this.table = element('table', { class: 'table jobs-table' },
      element('thead', {}, element('tr', {},
        [text.job, text.organization, text.state, text.progress].map((heading) => element('th', {}, heading)),
        element('th', { class: 'jobs-number' }, text.setAside), element('th', {}, text.requested), element('th', {}))),
      this.body);
    this.empty = element('div', { class: 'jobs-empty' });
    node.replaceChildren(element('div', { class: 'jobs' },
      element('div', { class: 'jobs-head' }, element('h3', {}, text.jobs), this.whose, this.states, this.note),
      this.table, this.empty));
    this.refresh();
  }

  select(label, all, chosen) {
    return element('select', {
      class: 'form-control', 'aria-label': label,
      change: (event) => { chosen(event.target.value); this.draw(); }
    }, element('option', { value: '' }, all));
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
  }

  async refresh() {
    clearTimeout(this.timer);
    try {
      this.runs = await api('/runs?limit=200');
      const fresh = await Promise.all([...this.open.keys()].map((id) => api('/runs/' + id)));
      fresh.forEach((run) => this.open.set(run.id, run));
      this.note.textContent = '';
    } catch (problem) {
      this.note.textContent = problem.message;
    }
    if (this.closed) return;
    this.runs.map((run) => run.organization).filter((code) => !this.organizations.has(code)).sort().forEach((code) => {
      this.organizations.add(code);
      this.whose.append(element('option', { value: code }, code));
    });
    this.draw();
    this.timer = setTimeout(() => this.refresh(), this.runs.some(isUnfinished) ? BUSY_MS : IDLE_MS);
  }

  draw() {
    const shown = this.runs.filter((run) => (!this.state || run.state === this.state)
      && (!this.organization || run.organization === this.organization));
    const focused = document.activeElement && document.activeElement.getAttribute('data-run');
    this.body.replaceChildren(...shown.flatMap((run) => this.row(run)));
    this.table.style.display = shown.length ? '' : 'none';
    this.empty.textContent = shown.length ? '' : this.runs.length ? text.noneSuch : text.none;
    if (focused) {
      const row = this.body.querySelector(`[data-run="${focused}"]`);
      if (row) row.focus();
    }
  }

  row(run) {
    const toggle = () => this.toggle(run.id);
    const summary = Object.values(run.parameters).join(', ');
    const who = run.requestedBy + (run.onBehalfOf ? ` (${text.forWhom} ${run.onBehalfOf})` : '');
    const row = element('tr', {
      class: 'jobs-run', tabindex: 0, 'data-run': run.id, 'aria-expanded': String(this.open.has(run.id)), click: toggle,
      keydown: (event) => {
        if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          toggle();
        }
      }
    },
    element('td', {}, element('div', { class: 'jobs-name' }, run.job), element('div', { class: 'jobs-note' }, summary)),
    element('td', {}, run.organization),
    element('td', {}, badge(run.state)),
    element('td', {}, progress(run)),
    element('td', { class: 'jobs-number' }, run.rowErrorCount ? numbers.format(run.rowErrorCount) : ''),
    element('td', {}, element('div', {}, time(run.requestedAt)),
      element('div', { class: 'jobs-note' }, `${text.by} ${who}`)),
    element('td', {}, this.actions(run)));
    if (!this.open.has(run.id)) return [row];
    const known = this.open.get(run.id);
    return [row, element('tr', { class: 'jobs-detail' }, element('td', { colspan: 7 }, known ? details(known) : '…'))];
  }

  actions(run) {
    const links = [];
    if (run.state === 'failed') {
      links.push(element('button', {
        class: 'btn btn-default btn-sm', type: 'button',
        click: (event) => { event.stopPropagation(); this.retry(run, event.target); }
      }, text.retry));
    }
    if (run.processInstance && (isUnfinished(run) || run.state === 'failed')) {
      links.push(' ', element('a', {
        href: '#/process-instance/' + encodeURIComponent(run.processInstance), click: (event) => event.stopPropagation()
      }, text.process));
    }
    return links;
  }

  async retry(run, button) {
    button.disabled = true;
    button.textContent = text.retrying;
    try {
      await api(`/runs/${run.id}/retries`, 'POST');
    } catch (problem) {
      this.note.textContent = problem.message;
    }
    await this.refresh();
  }

  async toggle(id) {
    if (this.open.delete(id)) {
      this.draw();
      return;
    }
    this.open.set(id, null);
    this.draw();
    try {
      this.open.set(id, await api('/runs/' + id));
    } catch (problem) {
      this.open.delete(id);
      this.note.textContent = problem.message;
    }
    this.draw();
  }
}

/** How many runs run, failed, or left rows behind; one look each time the dashboard is opened. */
async function tile(node) {
  const place = element('div', { class: 'jobs-tile' });
  node.replaceChildren(element('h3', {}, text.jobs), place);
  try {
    const runs = await api('/runs?limit=500');
    const count = (test) => runs.filter(test).length;
    const figure = (number, label, alarm) => element('a', { href: '#/jobs', class: alarm && number ? 'jobs-alarm' : '' },
      element('strong', {}, numbers.format(number)), label);
    place.replaceChildren(
      figure(count(isUnfinished), text.running, false),
      figure(count((run) => run.state === 'failed'), text.failedTile, true),
      figure(count((run) => run.state === 'completed-with-exceptions'), text.exceptions, false));
  } catch (problem) {
    place.textContent = problem.message;
  }
}

let page = null;

export default [
  { id: 'countinghouse.jobs.menu', pluginPoint: 'cockpit.navigation', priority: 50, label: text.jobs,
    pagePath: '#/jobs', path: '/jobs' },
  { id: 'countinghouse.jobs.page', pluginPoint: 'cockpit.route', priority: 1, properties: { path: '/jobs' },
    render: (node) => { page = new JobsPage(node); },
    unmount: () => { if (page) page.close(); page = null; } },
  { id: 'countinghouse.jobs.tile', pluginPoint: 'cockpit.dashboard', priority: 1,
    render: (node) => { tile(node); }, unmount: () => {} }
];
