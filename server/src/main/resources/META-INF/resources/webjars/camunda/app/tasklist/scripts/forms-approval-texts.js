// Every word of the approval form and of the pages for approvers beside Tasklist.
export const texts = {
  en: {
    budget: 'What the budgets have left', year: 'Fiscal year {year}', all: 'all cost centres', planned: 'Planned', actual: 'Spent', committed: 'Ordered',
    requested: 'This', left: 'Left', overrun: 'More than was planned.', budgetHint: 'As of now, in {currency}. “Left” is what remains if you approve.',
    EXCEPTION: 'Exception', WARNING: 'Please look at this', INFO: 'Good to know',
    documents: 'The document', open: 'Open', page: 'Page {page} of {pages}', before: 'Previous page', next: 'Next page', notShown: 'This cannot be shown here: open it.',
    changedSinceApproval: 'Changed since it was approved on {date}', changedSince: 'Changed since it was asked on {date}',
    changedHintApproval: 'Only the difference is new; what was approved then stands until you agree to this.', changedHint: 'What was decided before no longer counts.',
    several: 'Approve several', substitutes: 'My substitutes', back: 'Back to the tasks', loading: 'Loading …',
    severalLead: 'Everything that waits for your decision. Choose what is right and approve it together; each stands for itself. Whatever needs a look, a question or a rejection: open it.',
    nothing: 'Nothing waits for your decision.', choose: 'Choose {title}', chooseAll: 'Choose all', approveChosen: 'Approve {count}', approving: 'Approving …',
    sum: '{count} chosen, {sums}', approved: 'approved', nextLevel: 'approved, goes on to the next level', refused: 'not approved: {why}', needsLook: 'asks for evidence: open it',
    changedTag: 'changed', substituteFor: 'in place of {name}', what: 'What', amount: 'Amount', why: 'Why you', waits: 'Waits since', open2: 'Open', organization: 'Organization',
    closedTitle: 'Decided already', closedLead: 'Nothing is left to decide on {reference}.', stateAPPROVED: 'approved', stateREJECTED: 'rejected', stateSUPERSEDED: 'changed and asked anew', stateOPEN: 'open',
    substitutesLead: 'Who stands in for you decides what you are asked, from the first to the last day. Both names are kept with each decision; nobody approves what he prepared.',
    forMe: 'Who stands in for you', forOthers: 'For whom you stand in', none: 'Nobody.', who: 'Who', from: 'First day', until: 'Last day', reason: 'Reason', by: 'Entered by', end: 'End it', ended: 'Ended.',
    enter: 'Enter a substitute', substitute: 'Substitute', absent: 'Absent', myself: 'I am absent', save: 'Enter', saved: 'Entered. {name} is told by mail.', reasonHint: 'For example: holiday.',
    forSomebody: 'For somebody else', manageHint: 'You may enter and end substitutions of others.', noneManaged: 'No substitution runs or comes.',
    mails: 'Mails', mailsLead: 'Reminders, escalations and questions are always mailed.', email: 'Mail address', taskMails: 'Mail me every new task as well', saveMails: 'Save', savedMails: 'Saved.'
  },
  de: {
    budget: 'Was die Budgets noch haben', year: 'Geschäftsjahr {year}', all: 'alle Kostenstellen', planned: 'Geplant', actual: 'Ausgegeben', committed: 'Bestellt',
    requested: 'Dies', left: 'Bleibt', overrun: 'Mehr als geplant war.', budgetHint: 'Stand jetzt, in {currency}. „Bleibt“ gilt, wenn Sie genehmigen.',
    EXCEPTION: 'Ausnahme', WARNING: 'Bitte ansehen', INFO: 'Gut zu wissen',
    documents: 'Der Beleg', open: 'Öffnen', page: 'Seite {page} von {pages}', before: 'Seite zurück', next: 'Nächste Seite', notShown: 'Das kann hier nicht gezeigt werden: bitte öffnen.',
    changedSinceApproval: 'Geändert seit der Genehmigung vom {date}', changedSince: 'Geändert seit der Anfrage vom {date}',
    changedHintApproval: 'Neu ist nur der Unterschied; was damals genehmigt wurde, gilt, bis Sie zustimmen.', changedHint: 'Was vorher entschieden wurde, zählt nicht mehr.',
    several: 'Mehrere genehmigen', substitutes: 'Meine Vertretungen', back: 'Zurück zu den Aufgaben', loading: 'Wird geladen …',
    severalLead: 'Alles, was auf Ihre Entscheidung wartet. Wählen Sie, was richtig ist, und genehmigen Sie es zusammen; jedes steht für sich. Was einen Blick, eine Rückfrage oder eine Ablehnung braucht: öffnen.',
    nothing: 'Nichts wartet auf Ihre Entscheidung.', choose: '{title} wählen', chooseAll: 'Alle wählen', approveChosen: '{count} genehmigen', approving: 'Wird genehmigt …',
    sum: '{count} gewählt, {sums}', approved: 'genehmigt', nextLevel: 'genehmigt, geht an die nächste Stufe', refused: 'nicht genehmigt: {why}', needsLook: 'verlangt einen Nachweis: bitte öffnen',
    changedTag: 'geändert', substituteFor: 'in Vertretung von {name}', what: 'Was', amount: 'Betrag', why: 'Warum Sie', waits: 'Wartet seit', open2: 'Öffnen', organization: 'Unternehmen',
    closedTitle: 'Schon entschieden', closedLead: 'Zu {reference} ist nichts mehr zu entscheiden.', stateAPPROVED: 'genehmigt', stateREJECTED: 'abgelehnt', stateSUPERSEDED: 'geändert und neu gefragt', stateOPEN: 'offen',
    substitutesLead: 'Wer Sie vertritt, entscheidet vom ersten bis zum letzten Tag, was Sie gefragt werden. Beide Namen werden mit jeder Entscheidung festgehalten; niemand genehmigt, was er vorbereitet hat.',
    forMe: 'Wer Sie vertritt', forOthers: 'Wen Sie vertreten', none: 'Niemand.', who: 'Wer', from: 'Erster Tag', until: 'Letzter Tag', reason: 'Grund', by: 'Eingetragen von', end: 'Beenden', ended: 'Beendet.',
    enter: 'Vertretung eintragen', substitute: 'Vertretung', absent: 'Abwesend', myself: 'Ich bin abwesend', save: 'Eintragen', saved: 'Eingetragen. {name} erfährt es per Mail.', reasonHint: 'Zum Beispiel: Urlaub.',
    forSomebody: 'Für jemand anderen', manageHint: 'Sie dürfen Vertretungen anderer eintragen und beenden.', noneManaged: 'Keine Vertretung läuft oder steht bevor.',
    mails: 'Mails', mailsLead: 'Erinnerungen, Eskalationen und Rückfragen kommen immer per Mail.', email: 'Mailadresse', taskMails: 'Auch jede neue Aufgabe per Mail melden', saveMails: 'Sichern', savedMails: 'Gesichert.'
  }
};

// notices come from the server in English, by code; German by the same code
export const notices = {
  de: {
    'payables.no-account': 'Es ist kein Bankkonto bekannt: Noch kann nichts gezahlt werden.',
    'payables.account-shared': 'Dieses Konto gehört auch einem anderen Lieferanten.',
    'payables.account-form': 'An dieses Konto kann keine Bank hier zahlen: beim Lieferanten nach der IBAN fragen.',
    'payables.account-abroad': 'Das Konto liegt in einem anderen Land als der Lieferant.',
    'payables.contact-new': 'Die Kontaktdaten wurden erst kürzlich geändert: unter den früheren anrufen.',
    'procurement.over-budget': 'Das Budget reicht dafür nicht.', 'procurement.not-budgeted': 'Hierfür war nichts geplant.',
    'procurement.no-supplier': 'Den Lieferanten wählt der Einkauf; ein höherer Preis kommt zur Genehmigung zurück.'
  }
};
