/**
 * Legal entities: who keeps books, in which currency, zone and language; their cost centres and
 * working calendars. An organization is a tenant: nothing crosses from one to another.
 */
@NullMarked
package org.countinghouse.organizations;

import org.jspecify.annotations.NullMarked;
