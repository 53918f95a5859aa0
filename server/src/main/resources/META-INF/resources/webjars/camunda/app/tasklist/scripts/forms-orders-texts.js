// Every word of the forms of orders.
export const texts = {
  en: {
    lead: 'Say what is needed, save, and press “Start”. It goes to its approvers, then a buyer places it with a supplier.',
    organization: 'Organization', what: 'What is it about?', newOrder: 'A new order', draftOf: 'Draft {number} · {name}', changeOf: 'Change {number} · {name}',
    supplier: 'Supplier', anySupplier: 'The buyer chooses', currency: 'Currency', deliverBy: 'Needed by', note: 'Note to the supplier', changeReason: 'Why it changes',
    lines: 'What is needed', name: 'Description', category: 'Category', quantity: 'Quantity', unit: 'Unit', unitPrice: 'Price each', net: 'Net', costCentre: 'Cost centre',
    account: 'Account', project: 'Project', taxCode: 'Tax code', supplierItem: 'Supplier’s number', total: 'Total without tax', moreColumns: 'Show account, project, tax code and the supplier’s number', removeLine: 'Remove this line',
    line: 'Line {number}', save: 'Check and save', saving: 'Checking …', saved: '{reference} is saved, {total}: nothing is wrong.', notYet: 'This cannot be ordered yet', notANumber: '{name} is no number.',
    needsApproval: '{amount} of it needs approval.', needsNone: 'Nothing of it needs approval: it takes effect at once.', dearer: '{amount} more than was approved: it goes to approval once more when you complete.', notDearer: 'Not dearer than approved: the order goes to the supplier when you complete.',
    budgets: 'Budgets', planned: 'Planned {year}', actual: 'Booked', committed: 'Ordered', reserved: 'Asked for by others', requested: 'This', left: 'Left',
    notPlanned: 'not planned', blocks: 'This budget does not allow more: order less, or have it raised.', warns: 'More than the budget has left. Whoever approves is told.',
    approvedOf: 'Approved: {total}', place: 'It is agreed', placeHint: 'Save supplier, prices and delivery first. What is not dearer than approved is issued at once.',
    giveBack: 'It is not to be had', giveBackHint: 'It goes back to its requester. Say why.', reason: 'Why', outcome: 'What is to be done?', complete: 'Then press “Complete” below.',
    rejectedBy: 'Rejected by {name}', refused: 'It could not be put in force', returned: 'It came back',
    submit: 'Hand it in again', submitHint: 'Save your changes first.', withdraw: 'Withdraw it', withdrawHint: 'It is never ordered. Say why.',
    increase: 'To be approved', before: 'was', changeNo: 'Change {version}', requester: 'Wanted by', reasonOf: 'Reason', dropped: 'no longer ordered', added: 'new', receipt: 'receipt is recorded'
  },
  de: {
    lead: 'Angeben, was gebraucht wird, sichern und „Start“ drücken. Es geht an die Freigebenden, dann bestellt es der Einkauf bei einem Lieferanten.',
    organization: 'Organisation', what: 'Worum geht es?', newOrder: 'Eine neue Bestellung', draftOf: 'Entwurf {number} · {name}', changeOf: '{number} ändern · {name}',
    supplier: 'Lieferant', anySupplier: 'Der Einkauf wählt', currency: 'Währung', deliverBy: 'Gebraucht bis', note: 'Hinweis an den Lieferanten', changeReason: 'Warum geändert wird',
    lines: 'Was gebraucht wird', name: 'Beschreibung', category: 'Warengruppe', quantity: 'Menge', unit: 'Einheit', unitPrice: 'Einzelpreis', net: 'Netto', costCentre: 'Kostenstelle',
    account: 'Konto', project: 'Projekt', taxCode: 'Steuerschlüssel', supplierItem: 'Artikelnummer des Lieferanten', total: 'Summe ohne Steuer', moreColumns: 'Konto, Projekt, Steuerschlüssel und Artikelnummer zeigen', removeLine: 'Diese Zeile entfernen',
    line: 'Zeile {number}', save: 'Prüfen und sichern', saving: 'Wird geprüft …', saved: '{reference} ist gesichert, {total}: nichts zu beanstanden.', notYet: 'So kann das noch nicht bestellt werden', notANumber: '{name} ist keine Zahl.',
    needsApproval: 'Davon sind {amount} freizugeben.', needsNone: 'Nichts davon ist freizugeben: es gilt sofort.', dearer: '{amount} mehr als freigegeben: mit dem Abschließen geht es noch einmal zur Freigabe.', notDearer: 'Nicht teurer als freigegeben: mit dem Abschließen geht die Bestellung an den Lieferanten.',
    budgets: 'Budgets', planned: 'Geplant {year}', actual: 'Gebucht', committed: 'Bestellt', reserved: 'Von anderen angefordert', requested: 'Dies', left: 'Übrig',
    notPlanned: 'nicht geplant', blocks: 'Dieses Budget lässt nicht mehr zu: weniger bestellen oder es erhöhen lassen.', warns: 'Mehr, als das Budget noch hergibt. Wer freigibt, erfährt es.',
    approvedOf: 'Freigegeben: {total}', place: 'Es ist vereinbart', placeHint: 'Lieferant, Preise und Lieferung zuerst sichern. Was nicht teurer ist als freigegeben, wird sofort bestellt.',
    giveBack: 'Es ist nicht zu bekommen', giveBackHint: 'Es geht an den Anforderer zurück. Sagen Sie, warum.', reason: 'Warum', outcome: 'Was soll geschehen?', complete: 'Dann unten „Abschließen“ drücken.',
    rejectedBy: 'Abgelehnt von {name}', refused: 'Es konnte nicht in Kraft treten', returned: 'Es kam zurück',
    submit: 'Erneut einreichen', submitHint: 'Änderungen zuerst sichern.', withdraw: 'Zurückziehen', withdrawHint: 'Es wird nie bestellt. Sagen Sie, warum.',
    increase: 'Freizugeben', before: 'vorher', changeNo: 'Änderung {version}', requester: 'Gewünscht von', reasonOf: 'Grund', dropped: 'nicht mehr bestellt', added: 'neu', receipt: 'Wareneingang wird erfasst'
  }
};
