/**
 * Mails to people: a mail is a row in its sender's transaction and leaves after the commit, tried
 * again with growing pauses, parked and shown when it fails for good. With an SMTP server
 * configured it goes there; without one it becomes a file in {@code <ORGANIZATION>/out/mail/}.
 *
 * <p>Texts are templates of the modules that send: {@code
 * org/countinghouse/<module>/mail/<name>.<language>.txt}, the subject in the first line, then an
 * empty line, then the body in plain text with Mustache tags. Whoever prefers HTML gets the same
 * text set in it.
 */
@NullMarked
package org.countinghouse.notification;

import org.jspecify.annotations.NullMarked;
