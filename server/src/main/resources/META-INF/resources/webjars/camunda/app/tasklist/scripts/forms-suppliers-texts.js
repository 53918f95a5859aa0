// The words of the forms about suppliers.
export const texts = {
  en: {
    lead: 'A new supplier, its other bank account and letting a blocked one go need a second person. Blocking is done at once.',
    organization: 'Organization', kind: 'What is it?', supplier: 'Supplier', search: 'Name or number',
    NEW_SUPPLIER: 'A new supplier', NEW_SUPPLIER_hint: 'Nothing is ordered or paid before it is verified.',
    NEW_ACCOUNT: 'Another bank account', NEW_ACCOUNT_hint: 'Payments are held until it is verified and has waited. Its known contact gets a letter.',
    BLOCK: 'Block a supplier', BLOCK_hint: 'Payments and orders stop at once.',
    UNBLOCK: 'Let a blocked supplier go', UNBLOCK_hint: 'A second person decides.',
    name: 'Name', vatId: 'VAT id', taxRegistration: 'Tax number', legalRegistration: 'Register number', street: 'Street', postCode: 'Post code', city: 'City',
    country: 'Country (two letters)', paymentDays: 'Days to pay', contactName: 'Contact', email: 'Mail', phone: 'Telephone', language: 'Language (en, de)',
    account: 'Bank account', accountHint: 'IBAN, or 20-00-00/12345678, or 021000021/123456789', bic: 'BIC', holder: 'Account holder, if another name',
    replaces: 'It takes the place of the accounts known until now', reason: 'Reason, and where it comes from',
    addAccount: 'Another bank account', contact: 'Whom we write to', accounts: 'Bank accounts',
    check: 'Check', checking: 'Checking …', checked: 'Checked and kept. Press “Start” to hand it in.', refused: 'This cannot be handed in yet:',
    saved: 'Saved. Complete the task to have it verified.', save: 'Save', saving: 'Saving …', foundNone: 'Nothing found.',
    showNumber: 'Show the number in full', shown: 'The reading was logged.', compare: 'Compare the number with the document, and by calling a number known before.',
    PROPOSED: 'new', VERIFIED: 'verified', REJECTED: 'refused', RETIRED: 'not used any more', waitsUntil: 'waits until {date}',
    CANDIDATE: 'new', ACTIVE: 'active', BLOCKED: 'blocked'
  },
  de: {
    lead: 'Ein neuer Lieferant, ein anderes Bankkonto und die Freigabe eines gesperrten brauchen eine zweite Person. Gesperrt wird sofort.',
    organization: 'Organisation', kind: 'Worum geht es?', supplier: 'Lieferant', search: 'Name oder Nummer',
    NEW_SUPPLIER: 'Ein neuer Lieferant', NEW_SUPPLIER_hint: 'Vor der Prüfung wird nichts bestellt oder bezahlt.',
    NEW_ACCOUNT: 'Ein anderes Bankkonto', NEW_ACCOUNT_hint: 'Zahlungen ruhen, bis es geprüft ist und die Wartezeit endet. Der bekannte Kontakt erhält einen Brief.',
    BLOCK: 'Einen Lieferanten sperren', BLOCK_hint: 'Zahlungen und Bestellungen enden sofort.',
    UNBLOCK: 'Einen gesperrten freigeben', UNBLOCK_hint: 'Eine zweite Person entscheidet.',
    name: 'Name', vatId: 'USt-IdNr.', taxRegistration: 'Steuernummer', legalRegistration: 'Registernummer', street: 'Straße', postCode: 'PLZ', city: 'Ort',
    country: 'Land (zwei Buchstaben)', paymentDays: 'Zahlungsziel (Tage)', contactName: 'Kontakt', email: 'Mail', phone: 'Telefon', language: 'Sprache (en, de)',
    account: 'Bankkonto', accountHint: 'IBAN, oder 20-00-00/12345678, oder 021000021/123456789', bic: 'BIC', holder: 'Kontoinhaber, falls anders',
    replaces: 'Es tritt an die Stelle der bisherigen Konten', reason: 'Grund und Herkunft',
    addAccount: 'Weiteres Bankkonto', contact: 'An wen wir schreiben', accounts: 'Bankkonten',
    check: 'Prüfen', checking: 'Wird geprüft …', checked: 'Geprüft und aufbewahrt. Mit „Start“ reichen Sie es ein.', refused: 'So kann es nicht eingereicht werden:',
    saved: 'Gespeichert. Schließen Sie die Aufgabe ab, um es prüfen zu lassen.', save: 'Speichern', saving: 'Wird gespeichert …', foundNone: 'Nichts gefunden.',
    showNumber: 'Ganze Nummer zeigen', shown: 'Das Lesen wurde protokolliert.', compare: 'Vergleichen Sie die Nummer mit dem Beleg, und rufen Sie unter einer früher bekannten Nummer an.',
    PROPOSED: 'neu', VERIFIED: 'geprüft', REJECTED: 'abgelehnt', RETIRED: 'nicht mehr benutzt', waitsUntil: 'wartet bis {date}',
    CANDIDATE: 'neu', ACTIVE: 'aktiv', BLOCKED: 'gesperrt'
  }
};
