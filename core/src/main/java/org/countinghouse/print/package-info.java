/**
 * What people print: letters, orders, advices. A template (HTML with mustache tags) and a model
 * become text or a PDF of one look; templates reach neither files nor the network, and whatever
 * comes from a model is text, never markup.
 */
@NullMarked
package org.countinghouse.print;

import org.jspecify.annotations.NullMarked;
