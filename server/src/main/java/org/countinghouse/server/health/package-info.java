/** What the actuator's health tells besides what Spring knows by itself. */
@NullMarked
package org.countinghouse.server.health;

import org.jspecify.annotations.NullMarked;
